package it.milanoaiuta.volunteers.membership;

import static it.milanoaiuta.volunteers.City.ANNA;
import static it.milanoaiuta.volunteers.City.PAOLO;
import static it.milanoaiuta.volunteers.City.as;
import static it.milanoaiuta.volunteers.City.known;
import static it.milanoaiuta.volunteers.City.signsIn;
import static it.milanoaiuta.volunteers.City.somebody;
import static it.milanoaiuta.volunteers.City.verifiedOrganisation;
import static it.milanoaiuta.volunteers.City.withKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.testing.AtOnce;
import it.milanoaiuta.volunteers.City;

/** Who its members are, and who may say so. */
@QuarkusTest
class MembershipTest {

    private static final String PATH = "/api/v1/organisations";

    @Test
    void only_an_owner_names_members_and_strangers_see_nothing() {
        UUID organisation = verifiedOrganisation(ANNA);
        UUID member = known();
        Map<String, Object> paolo = Map.of("subject", signsIn(PAOLO), "role", "MEMBER");
        as(PAOLO).body(paolo).post(PATH + "/{id}/members", organisation).then().statusCode(404);
        as(ANNA).body(Map.of("subject", member, "role", "MEMBER")).post(PATH + "/{id}/members", organisation).then()
                .statusCode(200);
        as(member).body(paolo).post(PATH + "/{id}/members", organisation).then().statusCode(403);
        as(member).get(PATH + "/{id}/members", organisation).then().statusCode(200).body("items.size()", is(2));
        as(PAOLO).get(PATH + "/{id}/members", organisation).then().statusCode(404);
        as(member).delete(PATH + "/{id}/members/{subject}", organisation, ANNA).then().statusCode(403);
        as(member).delete(PATH + "/{id}/members/{subject}", organisation, member).then().statusCode(204);
        as(member).get(PATH + "/{id}/members", organisation).then().statusCode(404);
    }

    @Test
    void only_whoever_signed_in_once_is_named_a_member() {
        UUID organisation = verifiedOrganisation(ANNA);
        UUID person = somebody();
        Map<String, Object> owner = Map.of("subject", person, "role", "OWNER");
        as(ANNA).body(owner).post(PATH + "/{id}/members", organisation).then().statusCode(400)
                .body("violations.field", is(List.of("subject")))
                .body("violations[0].message", containsString("sign in once first"));
        signsIn(person);
        as(ANNA).body(owner).post(PATH + "/{id}/members", organisation).then().statusCode(200);
    }

    @Test
    void who_was_removed_is_not_told_again_what_she_did() {
        UUID organisation = verifiedOrganisation(ANNA);
        UUID second = known();
        as(ANNA).body(Map.of("subject", second, "role", "OWNER")).post(PATH + "/{id}/members", organisation).then()
                .statusCode(200);
        UUID naming = UUID.randomUUID();
        UUID publishing = UUID.randomUUID();
        Map<String, Object> member = Map.of("subject", known(), "role", "MEMBER");
        Map<String, Object> help = City.help(organisation);
        withKey(naming, second).body(member).post(PATH + "/{id}/members", organisation).then().statusCode(200);
        withKey(publishing, second).body(help).post("/api/v1/opportunities").then().statusCode(201);
        as(ANNA).delete(PATH + "/{id}/members/{subject}", organisation, second).then().statusCode(204);
        withKey(naming, second).body(member).post(PATH + "/{id}/members", organisation).then().statusCode(404);
        withKey(publishing, second).body(help).post("/api/v1/opportunities").then().statusCode(404);
    }

    @Test
    void the_last_owner_stays() {
        UUID organisation = verifiedOrganisation(ANNA);
        as(ANNA).delete(PATH + "/{id}/members/{subject}", organisation, ANNA).then().statusCode(409);
        as(ANNA).body(Map.of("subject", ANNA, "role", "MEMBER")).post(PATH + "/{id}/members", organisation).then()
                .statusCode(409).body("type", equalTo("/problems/last-owner-stays"));
    }

    @Test
    void two_owners_who_remove_each_other_at_once_leave_one() {
        for (int round = 0; round < 5; round++) {
            UUID organisation = verifiedOrganisation(ANNA);
            as(ANNA).body(Map.of("subject", signsIn(PAOLO), "role", "OWNER")).post(PATH + "/{id}/members", organisation).then()
                    .statusCode(200);
            long gone = AtOnce.all(
                    () -> as(ANNA).delete(PATH + "/{id}/members/{subject}", organisation, PAOLO).statusCode(),
                    () -> as(PAOLO).delete(PATH + "/{id}/members/{subject}", organisation, ANNA).statusCode())
                    .stream().filter(status -> status == 204).count();
            assertThat(gone).isEqualTo(1);
        }
    }
}
