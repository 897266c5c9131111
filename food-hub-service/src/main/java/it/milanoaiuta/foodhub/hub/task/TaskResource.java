package it.milanoaiuta.foodhub.hub.task;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.platform.web.Page;

/** What a hub's managers have to look into: open tasks, and closing one. */
@Path("/api/v1/hubs/{hubId}/tasks")
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

    @GET
    @Transactional
    @Operation(summary = "What the hub's managers have to look into, oldest first")
    public Page<TaskView> list(UUID hubId, @RestQuery @DefaultValue("50") @Min(1) @Max(100) int limit,
            @RestQuery String cursor) {
        managers.mustManage(hubId);
        Cursor after = Cursor.decode(cursor, 2);
        return Page.of(tasks.open(hubId, after == null ? Instant.EPOCH : after.time(0),
                after == null ? new UUID(0, 0) : after.id(1), limit + 1), limit, task -> Cursor.after(task.openedAt, task.id))
                .map(TaskView::of);
    }

    @POST
    @Path("{id}/closing")
    @Idempotent
    @Operation(summary = "It was looked into. Again changes nothing")
    public TaskView close(UUID hubId, UUID id) {
        UUID manager = managers.mustManage(hubId);
        request.claim();
        Task task = tasks.locked(hubId, id).orElseThrow(NotFound::new);
        task.close(manager, clock.instant());
        return TaskView.of(task);
    }
}
