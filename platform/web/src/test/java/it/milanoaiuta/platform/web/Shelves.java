package it.milanoaiuta.platform.web;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The smallest service that uses every convention. */
@Path("/api/v1/shelves")
public class Shelves {

    public enum Unit {
        KG, PIECE
    }

    public record Line(@NotNull @Positive BigDecimal quantity, @NotNull Unit unit) {}

    public record NewShelf(@NotBlank @Size(max = 20) String name, Map<String, @Size(max = 5) String> title,
            @NotNull @Size(min = 1) List<@Valid @NotNull Line> lines, Instant since, LocalDate day, Integer floor,
            @MultiLine String about, List<@NotNull String> labels) {}

    static class ShelfFull extends Refusal {
        ShelfFull(BigDecimal free) {
            super(409, "shelf-full", free);
        }

        @Override
        public int retryAfterSeconds() {
            return 30;
        }
    }

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @POST
    public NewShelf add(@Valid @NotNull NewShelf shelf) {
        return shelf;
    }

    @POST
    @Path("{id}/lines")
    public void put(UUID id, @Valid Line line) {
        if (line.unit() == Unit.PIECE) {
            throw new InvalidField("unit", "unit-differs", "KG");
        }
        throw new ShelfFull(new BigDecimal("1.50"));
    }

    @GET
    public String list(@RestQuery LocalDate day, @RestQuery @Max(100) Integer floor, @RestQuery UUID hub,
            @RestQuery Optional<Instant> from, @RestQuery List<UUID> ids, @RestQuery String text, @RestQuery Unit unit,
            @RestQuery Boolean full,
            @RestQuery @DefaultValue("50") @Max(100) int size) {
        return "ok";
    }

    @GET
    @Path("numbers")
    public Page<Integer> numbers(@BeanParam @Valid Paging paging) {
        int seen = paging.from(0).at(0, Integer::valueOf);
        return paging.page(IntStream.rangeClosed(seen + 1, 120).boxed().limit(paging.rows()).toList(),
                number -> Cursor.after(number));
    }

    @GET
    @Path("said")
    public List<String> said(@RestQuery String text, @RestHeader("Said") String header) {
        return Stream.of(text, header).map(String::valueOf).toList();
    }

    @POST
    @Path("said")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String saidInAForm(@RestForm String text) {
        return String.valueOf(text);
    }

    @GET
    @Path("coded/{code}")
    public String coded(@RestPath String code) {
        return CheckedCode.read("MA", "code", code).toString();
    }

    @GET
    @Path("{id}")
    public UUID get(UUID id) {
        return id;
    }

    @GET
    @Path("mine")
    public UUID mine() {
        return caller.person();
    }

    @GET
    @Path("now")
    public Instant now() {
        return clock.instant();
    }

    @DELETE
    @RolesAllowed("coordinator")
    public void clear() {}

    @GET
    @Path("broken/{how}")
    public void broken(String how) throws Exception {
        switch (how) {
            case "pool" -> throw new IllegalStateException(new SQLException("Acquisition timeout while waiting"));
            case "database" -> throw new RuntimeException(new SQLException("gone", "08006"));
            case "deadlock" -> throw new RuntimeException(new SQLException("deadlock", "40P01"));
            case "commit" -> throw commitFailedBecause(new SQLException("terminated by the administrator", "57P01"));
            case "constraint" -> throw new RuntimeException(new SQLException("Key (email)=(anna@example.org)", "23505"));
            default -> throw new IllegalStateException("secret of the inside");
        }
    }

    /** As the transaction manager tells it: the reason is the cause of what was suppressed. */
    private static RuntimeException commitFailedBecause(SQLException reason) {
        Exception rolledBack = new Exception("ARJUNA016053: Could not commit transaction.");
        rolledBack.addSuppressed(new Exception("Error trying to transactionCommit local transaction", reason));
        return new IllegalStateException(rolledBack);
    }
}
