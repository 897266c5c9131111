package it.milanoaiuta.foodhub.hub.task;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;

/** What a hub's managers have to look into: open tasks, and closing one. */
@Path("/api/v1/hubs/{hubId}/tasks")
@Tag(name = "Tasks")
@Authenticated
public class TaskResource {

    @Inject
    Tasks tasks;

    @Inject
    Managers managers;

    @Inject
    Clock clock;

    @Inject
    RequestKey request;

    /**
     * Lists what the hub's managers have to look into, oldest first.
     * <p>
     * For its managers: what is open.
     *
     * @param hubId the hub
     */
    @GET
    @Transactional
    public Page<TaskView> list(@RestPath UUID hubId, @BeanParam @Valid Paging paging) {
        managers.mustManage(hubId);
        return paging.page(tasks.open(hubId, paging.from(Instant.EPOCH, Paging.FIRST_ID), paging.rows()),
                task -> Cursor.after(task.openedAt(), task.id())).map(TaskView::of);
    }

    /**
     * Closes a task: it was looked into.
     * <p>
     * For the hub's managers. Again changes nothing; the first closing holds.
     *
     * @param hubId the hub
     * @param id the task
     */
    @POST
    @Path("{id}/closing")
    @Idempotent
    public TaskView close(@RestPath UUID hubId, @RestPath UUID id) {
        UUID manager = managers.mustManage(hubId);
        request.claim();
        Task task = tasks.locked(hubId, id);
        task.close(manager, clock.instant());
        return TaskView.of(task);
    }
}
