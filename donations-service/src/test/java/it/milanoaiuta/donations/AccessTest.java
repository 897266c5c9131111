package it.milanoaiuta.donations;

import static it.milanoaiuta.donations.City.PASTA;
import static it.milanoaiuta.donations.City.gift;
import static it.milanoaiuta.donations.City.in;
import static it.milanoaiuta.donations.City.need;
import static it.milanoaiuta.donations.City.organisationOf;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.testing.Access;
import it.milanoaiuta.platform.testing.AccessTable;
import it.milanoaiuta.platform.testing.Asking;
import it.milanoaiuta.platform.testing.TestTokens;

/** Who may what here. A new endpoint is a row, and so is each further use of one that is for others. */
@QuarkusTest
class AccessTest extends AccessTable<AccessTest.Who> {

    enum Who implements Asking {
        VISITOR, STRANGER, OPERATOR("operator"), COORDINATOR("coordinator"), SERVICE("service"),
        /** Of the organisation, of the hub, and of what she gave. */
        OWNER;

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

    private static final Access<Who> EVERYBODY = Access.everybody(Who.class);
    private static final Access<Who> SIGNED_IN = Access.everybodyBut(Who.VISITOR, Who.SERVICE).others(401);
    private static final Access<Who> COORDINATOR = byRole(Who.COORDINATOR);
    private static final Access<Who> CITY_FIGURES = byRole(Who.COORDINATOR, Who.SERVICE);
    private static final Access<Who> OWNER = theirs(Who.OWNER);
    private static final Access<Who> NOBODY = theirs();
    /** Read by everybody once it is published, so nobody is asked to sign in. */
    private static final Access<Who> UNPUBLISHED = Access.only(Who.OWNER, Who.COORDINATOR).others(404);

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
                get("items", EVERYBODY),
                get("items/{item}", EVERYBODY).hidingNothing(),

                post("needs", OWNER, need("{organisation}").forGoods(PASTA, "1", "PIECE").body()),
                post("needs", OWNER, City.appeal("{hub}").forGoods(PASTA, "1", "PIECE").body()),
                act("needs/{pending}/validation", COORDINATOR, Map.of("decision", "PUBLISHED")),
                get("needs", EVERYBODY),
                get("needs/mine", SIGNED_IN),
                get("needs/pending", COORDINATOR),
                get("needs/{published}", EVERYBODY),
                get("needs/{pending}", UNPUBLISHED),
                act("needs/{published}/renewal", OWNER),
                act("needs/{published}/renewal", OWNER, Map.of("byWhen", in(5, ChronoUnit.DAYS))),
                post("needs/{pending}/renewal", OWNER).answering(409),
                act("needs/{published}/closure", OWNER),
                post("needs/{pending}/closure", OWNER).answering(409),
                delete("needs/{published}", OWNER),
                delete("needs/{pending}", OWNER),

                post("donations", SIGNED_IN, gift().to("{line}", PASTA, "1", "PIECE").body()),
                post("donations", OWNER,
                        gift().with("donorOrganisationId", "{organisation}").toStock(PASTA, "1", "PIECE").body()),
                post("donations", OWNER,
                        gift().with("onBehalfOfHubId", "{hub}").to("{line}", PASTA, "1", "PIECE").body()),
                post("donations", NOBODY, gift().to("{pendingLine}", PASTA, "1", "PIECE").body()),
                get("donations/mine", SIGNED_IN),
                get("donations/{gift}", EVERYBODY).hidingNothing(),
                patch("donations/{gift}", OWNER, Map.of("hubId", City.hub(1), "windowStart", in(1, ChronoUnit.HOURS),
                        "windowEnd", in(2, ChronoUnit.HOURS))),
                patch("donations/{gift}", OWNER, Map.of("ifNotNeeded", "CANCEL")),
                act("donations/{drive}/receipt", OWNER, Map.of("quantity", "2")),
                delete("donations/{gift}", OWNER),

                get("figures", CITY_FIGURES));
    }

    private UUID organisation;
    private UUID hub;

    AccessTest() {
        super(Who.class);
    }

    @Override
    protected void scene() {
        organisation = organisationOf(Who.OWNER.person);
        hub = City.hubOf(Who.OWNER.person);
    }

    @Override
    protected Object thing(String name) {
        return switch (name) {
            case "item" -> PASTA;
            case "organisation" -> organisation;
            case "hub" -> hub;
            case "published" -> published().id();
            case "line" -> published().line();
            case "pending" -> pending().id();
            case "pendingLine" -> pending().line();
            case "gift" -> gift().toStock(PASTA, "1", "PIECE").pledgedBy(Who.OWNER.person).code();
            case "drive" -> drive().code();
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    protected Object nothingLike(String thing) {
        return switch (thing) {
            case "gift", "drive" -> "MA-7K3F-9QX2";
            default -> UUID.randomUUID();
        };
    }

    @Override
    protected List<String> written() {
        return List.of("need", "need_line", "donation", "donation_line", "outbox_stream");
    }

    private static City.Need published() {
        return goods().publishedBy(Who.OWNER.person);
    }

    /** Of an organisation nobody knows yet: it waits for a coordinator. */
    private static City.Need pending() {
        return goods().postedBy(Who.OWNER.person);
    }

    private static City.Asking goods() {
        return need(organisationOf(Who.OWNER.person)).forGoods(PASTA, "10", "PIECE");
    }

    /** A service that a stranger gives to her organisation. */
    private static City.Gift drive() {
        City.Need need = need(organisationOf(Who.OWNER.person)).forService("VEHICLE_WITH_DRIVER", "3", "HOUR")
                .publishedBy(Who.OWNER.person);
        return gift().ofService(need.line(), "VEHICLE_WITH_DRIVER", "3", "HOUR").pledgedBy(Who.STRANGER.person);
    }
}
