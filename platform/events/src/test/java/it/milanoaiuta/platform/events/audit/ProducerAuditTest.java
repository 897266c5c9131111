package it.milanoaiuta.platform.events.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import it.milanoaiuta.platform.data.Database;
import it.milanoaiuta.platform.events.CopyLags;
import it.milanoaiuta.platform.events.Eventually;
import it.milanoaiuta.platform.events.Freshness;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.events.PlaceTaken;
import it.milanoaiuta.platform.events.Producers;
import it.milanoaiuta.platform.events.TokenServer;
import it.milanoaiuta.platform.events.stream.ProducerApi;
import it.milanoaiuta.platform.testing.TestTokens;

/** This service audits itself: what it told and heard is as if another had told it. */
@QuarkusTest
@QuarkusTestResource(TokenServer.class)
class ProducerAuditTest {

    @Inject
    ProducerAudit audit;

    @Inject
    Producers producers;

    @Inject
    Outbox outbox;

    @Inject
    Freshness freshness;

    @Inject
    Database database;

    private final UUID place = UUID.randomUUID();
    private Instant start;

    @BeforeEach
    void aPlaceHeardThreeTimes() {
        database.update("delete from producer_gap");
        database.update("delete from producer_audit");
        database.update("insert into producer_audit (source, claimed_at) values ('test', 'infinity')");
        database.update("update inbox_stream set blocked_since = null");
        database.update("delete from inbox where state in ('pending', 'parked')");
        start = Instant.now();
        QuarkusTransaction.requiringNew().run(() -> outbox.append(
                List.of(new PlaceTaken(place, null), new PlaceTaken(place, null), new PlaceTaken(place, null))));
        Eventually.holds("heard", () -> effects().size() == 3);
    }

    private void audit() {
        audit.audit("test", List.of("test.places"),
                producers.at("http://localhost:" + RestAssured.port, ProducerApi.class, Duration.ofSeconds(20)), start);
    }

    private List<Long> effects() {
        return database.query("select seq from effect where aggregate_id = ? order by at, seq", Long.class, place);
    }

    /** As a restore of this database from an older backup would. */
    private void forgetAfter(long seq) {
        database.update("delete from effect where aggregate_id = ? and seq > ?", place, seq);
        database.update("delete from inbox where aggregate_id = ? and seq > ?", place, seq);
        database.update("update inbox_stream set last_seq = ? where aggregate_id = ?", seq, place);
    }

    private void gapsAreOld() {
        database.update("update producer_gap set since = since - interval '61 seconds'");
    }

    private boolean historyIsLost() {
        return database.first("select history_lost_at is not null from producer_audit", Boolean.class).orElseThrow();
    }

    @Test
    void a_gap_is_noted_at_once_and_fetched_from_the_producer_after_a_minute() {
        forgetAfter(1);
        audit();
        assertThat(effects()).isEqualTo(List.of(1L));
        gapsAreOld();
        audit();
        assertThat(effects()).isEqualTo(List.of(1L, 2L, 3L));
        audit();
        assertThat(database.query("select 1 from producer_gap", Integer.class)).isEmpty();
    }

    @Test
    void a_consumer_that_forgot_an_aggregate_altogether_hears_it_again() {
        forgetAfter(0);
        database.update("delete from inbox_stream where aggregate_id = ?", place);
        audit();
        gapsAreOld();
        audit();
        assertThat(effects()).isEqualTo(List.of(1L, 2L, 3L));
    }

    @Test
    void who_rests_on_a_copy_is_refused_while_a_stream_lags_over_a_minute() {
        audit();
        assertThatCode(() -> freshness.mustBeRecent("test.places")).doesNotThrowAnyException();
        forgetAfter(2);
        audit();
        assertThatCode(() -> freshness.mustBeRecent("test.places")).as("not yet a minute").doesNotThrowAnyException();
        gapsAreOld();
        assertThatThrownBy(() -> freshness.mustBeRecent("test.places")).isInstanceOf(CopyLags.class);
        assertThatCode(() -> freshness.mustBeRecent("other.places")).doesNotThrowAnyException();
    }

    @Test
    void who_rests_on_a_copy_is_refused_while_a_stream_is_blocked() {
        database.update("update inbox_stream set blocked_since = now() where aggregate_id = ?", place);
        assertThatThrownBy(() -> freshness.mustBeRecent("test.places")).isInstanceOf(CopyLags.class);
    }

    @Test
    void a_producer_restored_from_a_backup_is_noticed_by_what_it_no_longer_has() {
        audit();
        audit();
        Eventually.holds("published",
                () -> database.query("select 1 from event_log where aggregate_id = ?", Integer.class, place)
                        .size() == 3);
        assertThat(historyIsLost()).isEqualTo(false);
        database.update("delete from event_log where aggregate_id = ? and seq > 1", place);
        audit();
        assertThat(historyIsLost()).isTrue();
    }

    @Test
    void a_producer_restored_from_a_backup_is_noticed_by_a_stream_that_is_ahead_of_it() {
        database.update("update inbox set received_at = received_at - interval '2 minutes' where aggregate_id = ?", place);
        database.update("update outbox_stream set last_seq = 1, changed_at = now() where aggregate_id = ?", place);
        audit();
        database.update("update outbox_stream set last_seq = 3 where aggregate_id = ?", place);
        assertThat(historyIsLost()).isTrue();
    }

    @Test
    void only_a_service_may_ask_what_was_told() {
        for (String path : List.of("streams", "events")) {
            given().get("/internal/delivery/{path}", path).then().statusCode(401);
            given().auth().oauth2(TestTokens.of(UUID.randomUUID(), "operator")).get("/internal/delivery/{path}", path)
                    .then().statusCode(403);
        }
    }
}
