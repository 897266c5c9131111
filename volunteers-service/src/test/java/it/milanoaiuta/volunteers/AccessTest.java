package it.milanoaiuta.volunteers;

import static it.milanoaiuta.volunteers.City.inDays;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.testing.Access;
import it.milanoaiuta.platform.testing.AccessTable;
import it.milanoaiuta.platform.testing.Asking;
import it.milanoaiuta.platform.testing.TestTokens;

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
}
