package it.milanoaiuta.volunteers;

import static io.restassured.RestAssured.given;
import static it.milanoaiuta.volunteers.City.id;
import static it.milanoaiuta.volunteers.City.inDays;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import it.milanoaiuta.platform.testing.Access;
import it.milanoaiuta.platform.testing.AccessTable;
import it.milanoaiuta.platform.testing.Asking;
import it.milanoaiuta.platform.testing.Examples;
import it.milanoaiuta.platform.testing.TestTokens;
import it.milanoaiuta.platform.web.CityTime;

/**
 * Who may what here, tried on what is not public: of an organisation that is suspended, and of one that is not yet verified. So
 * who may is often answered that it is not the time for it.
 */
@QuarkusTest
class AccessTest extends AccessTable<AccessTest.Who> {

    enum Who implements Asking {
        VISITOR, STRANGER, OPERATOR("operator"), COORDINATOR("coordinator"), SERVICE("service"),
        /** Of the organisation. */
        MEMBER, OWNER;

        final UUID person = UUID.randomUUID();
        private final String[] realmRoles;

        Who(String... realmRoles) {
            this.realmRoles = realmRoles;
        }

        @Override
        public Optional<String> token() {
            return this == VISITOR ? Optional.empty() : Optional.of(TestTokens.of(person, realmRoles));
        }
    }

    private static final int NOT_NOW = 409;

    private static final Access<Who> EVERYBODY = Access.everybody(Who.class);
    private static final Access<Who> SIGNED_IN = Access.everybodyBut(Who.VISITOR, Who.SERVICE).others(401);
    private static final Access<Who> COORDINATOR = byRole(Who.COORDINATOR);
    private static final Access<Who> SERVICE = byRole(Who.SERVICE);
    private static final Access<Who> CITY_FIGURES = byRole(Who.COORDINATOR, Who.SERVICE);
    private static final Access<Who> MEMBER = theirs(Who.MEMBER, Who.OWNER);
    private static final Access<Who> MEMBER_OR_COORDINATOR = theirs(Who.MEMBER, Who.OWNER, Who.COORDINATOR);
    private static final Access<Who> OWNER = theirs(Who.OWNER).knowing(403, Who.MEMBER);
    /** Nobody signed up. */
    private static final Access<Who> SIGNED_UP = theirs();
    /** Read by everybody while it is public, so nobody is asked to sign in. */
    private static final Access<Who> HIDDEN = Access.only(Who.MEMBER, Who.OWNER).others(404);
    private static final Access<Who> HIDDEN_BUT_FROM_COORDINATORS = Access.only(Who.MEMBER, Who.OWNER, Who.COORDINATOR)
            .others(404);

    /** A visitor is asked to sign in, and so is a service: only a person can be meant. */
    private static Access<Who> theirs(Who... who) {
        return Access.only(who).others(404).but(401, Who.VISITOR).but(401, Who.SERVICE);
    }

    private static Access<Who> byRole(Who... who) {
        return Access.only(who).others(403).but(401, Who.VISITOR);
    }

    @Override
    protected List<Row<Who>> table() {
        return List.of(
                post("organisations", SIGNED_IN, City.registration("A")),
                get("organisations", EVERYBODY),
                get("organisations/mine", SIGNED_IN),
                get("organisations/{organisation}", HIDDEN_BUT_FROM_COORDINATORS),
                post("organisations/{organisation}/verification", COORDINATOR, Map.of("decision", "VERIFIED"))
                        .answering(NOT_NOW),
                post("organisations/{organisation}/suspension", COORDINATOR, Map.of("reason", "x")).answering(NOT_NOW),
                delete("organisations/{pending}/suspension", COORDINATOR).answering(NOT_NOW),
                get("organisations/{organisation}/members", MEMBER),
                act("organisations/{organisation}/members", OWNER, Map.of("subject", "{known}", "role", "MEMBER")),
                delete("organisations/{organisation}/members/{known}", OWNER),

                post("opportunities", MEMBER, City.help("{organisation}")).answering(NOT_NOW),
                get("opportunities/{opportunity}", HIDDEN),
                post("opportunities/{opportunity}/shifts", MEMBER, City.times(inDays(5), Duration.ofHours(1), 1))
                        .answering(NOT_NOW),

                get("shifts", EVERYBODY),
                get("shifts/to-take-over", COORDINATOR),
                get("shifts/{shift}", HIDDEN_BUT_FROM_COORDINATORS),
                post("shifts/{shift}/takeover", COORDINATOR, Map.of("organisationId", UUID.randomUUID())).answering(404),
                post("shifts/{shift}/sign-ups", MEMBER, Map.of("role", "PACKER")).answering(NOT_NOW),
                get("shifts/{shift}/sign-ups", MEMBER),
                delete("shifts/{shift}/sign-ups/me", SIGNED_UP),
                post("shifts/{shift}/sign-ups/me/restoration", SIGNED_UP),
                post("shifts/{shift}/sign-ups/me/acceptance", SIGNED_UP),
                post("shifts/{shift}/attendances", MEMBER,
                        Map.of("personId", UUID.randomUUID(), "checkIn", inDays(-1).toString())).answering(NOT_NOW),
                patch("shifts/{shift}", MEMBER, Map.of("minimumStaffing", 1)).answering(NOT_NOW),
                delete("shifts/{cancelled}", MEMBER_OR_COORDINATOR),

                get("me/sign-ups", SIGNED_IN),
                get("internal/people/{known}", SERVICE).answering(204),
                get("figures?from=2026-01-01&to=2026-01-02", CITY_FIGURES));
    }

    @Inject
    City city;

    private UUID organisation;
    private UUID pending;
    private UUID opportunity;
    private UUID shift;
    private UUID cancelled;
    private UUID known;

    AccessTest() {
        super(Who.class);
    }

    @Override
    protected void scene() {
        organisation = City.verifiedOrganisation(Who.OWNER.person);
        City.as(Who.OWNER.person).body(Map.of("subject", City.signsIn(Who.MEMBER.person), "role", "MEMBER"))
                .post("/api/v1/organisations/{id}/members", organisation).then().statusCode(200);
        opportunity = City.opportunity(Who.OWNER.person, organisation);
        shift = City.shift(Who.OWNER.person, opportunity, inDays(3), 1);
        cancelled = City.shift(Who.OWNER.person, opportunity, inDays(4), 1);
        City.as(Who.OWNER.person).delete("/api/v1/shifts/{id}", cancelled).then().statusCode(204);
        City.suspend(organisation).then().statusCode(200);
        pending = City.pendingOrganisation(Who.OWNER.person);
        known = City.known();
    }

    @Override
    protected Object thing(String name) {
        return switch (name) {
            case "organisation" -> organisation;
            case "pending" -> pending;
            case "opportunity" -> opportunity;
            case "shift" -> shift;
            case "cancelled" -> cancelled;
            case "known" -> known;
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    protected List<String> written() {
        return List.of("organisation", "membership", "opportunity", "shift", "shift_role", "sign_up", "attendance",
                "outbox_stream");
    }

    /** An organisation in good standing staffs its shifts; the city suspends it and gives a shift to another. */
    @Override
    protected void otherwise(Examples examples) {
        UUID anna = City.somebody();
        UUID own = City.pendingOrganisation(anna);
        shown(examples, City.asCoordinator(), "POST", "organisations/{id}/verification", Map.of("decision", "VERIFIED"), own);
        UUID packing = id(shown(examples, City.as(anna), "POST", "opportunities", City.help(own)));
        UUID saturday = id(shown(examples, City.as(anna), "POST", "opportunities/{id}/shifts",
                City.times(inDays(3), Duration.ofHours(3), 12), packing));
        UUID omar = City.known();
        shown(examples, City.as(omar), "POST", "shifts/{id}/sign-ups", Map.of("role", "PACKER"), saturday);
        City.leave(omar, saturday);
        shown(examples, City.as(omar), "POST", "shifts/{id}/sign-ups/me/restoration", null, saturday);
        shown(examples, City.as(anna).header("If-Match", "*"), "PATCH", "shifts/{id}", Map.of("minimumStaffing", 8), saturday);
        says(examples, anna, packing);
        came(examples, anna, packing);
        read(examples, anna, saturday, omar);
        shown(examples, City.asCoordinator(), "POST", "organisations/{id}/suspension",
                Map.of("reason", "Nobody answers the telephone"), own);
        shown(examples, City.asCoordinator(), "POST", "shifts/{id}/takeover",
                Map.of("organisationId", City.verifiedOrganisation(City.somebody())), saturday);
    }

    /** Lists that have something in them. */
    private static void read(Examples examples, UUID owner, UUID shift, UUID signedUp) {
        shown(examples, given(), "GET", "shifts", null);
        shown(examples, given(), "GET", "organisations", null);
        shown(examples, City.as(owner), "GET", "shifts/{id}/sign-ups", null, shift);
        shown(examples, City.as(signedUp), "GET", "me/sign-ups", null);
        LocalDate today = LocalDate.now(CityTime.ZONE);
        shown(examples, City.asCoordinator(), "GET", "figures?from=" + today.minusDays(1) + "&to=" + today.plusDays(5), null);
    }

    /** A place becomes free hours before the shift; who waits is asked and says yes. */
    private void says(Examples examples, UUID owner, UUID opportunity) {
        UUID tonight = City.shift(owner, opportunity, City.in(Duration.ofHours(5)), 1);
        UUID omar = City.known();
        UUID giulia = City.known();
        City.signUp(omar, tonight);
        City.signUp(giulia, tonight);
        City.leave(omar, tonight);
        city.firstIsAsked(tonight, giulia);
        shown(examples, City.as(giulia), "POST", "shifts/{id}/sign-ups/me/acceptance", null, tonight);
    }

    private void came(Examples examples, UUID owner, UUID opportunity) {
        UUID yesterday = City.shift(owner, opportunity, City.in(Duration.ofHours(9)), 3);
        city.moveIntoThePast(yesterday, Duration.ofHours(20));
        shown(examples, City.as(owner), "POST", "shifts/{id}/attendances",
                Map.of("subject", City.known(), "checkIn", City.in(Duration.ofHours(-20)).toString()), yesterday);
    }

    private static Response shown(Examples examples, RequestSpecification who, String method, String path, Object body,
            Object... ids) {
        Response response = (body == null ? who : who.body(body)).request(method, "/api/v1/" + path, ids);
        assertThat(response.statusCode() / 100).as(() -> path + ": " + response.asString()).isEqualTo(2);
        examples.met(method, "/api/v1/" + path, body, response.asString());
        return response;
    }
}
