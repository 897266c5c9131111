package it.milanoaiuta.journeys;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;

import it.milanoaiuta.local.OwnPlatform;
import it.milanoaiuta.platform.testing.KeycloakAdministrator;

/** The running platform, as people see it, with its demo people set in their places. */
final class City {

    private static City running;

    private final OwnPlatform parts = OwnPlatform.start(Path.of("target/city"), "--demo", "--without-week");
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<Person, String> organisations = new ConcurrentHashMap<>();
    private final CompletableFuture<JsonNode> staffedShift;

    private City() {
        manages("marco", Catalogue.ISOLA);
        manages("sara", Catalogue.FRESH_HUB);
        staffedShift = CompletableFuture.supplyAsync(() -> new Steps().staffedShift());
    }

    /** The coordinator names a manager, who has signed in once, unless she is one already. */
    void manages(String name, String hub) {
        Person manager = person(name);
        manager.get("/me/sign-ups").expect(200);
        if (manager.get("/hubs/mine").expect(200).items().stream().noneMatch(mine -> mine.path("id").asText().equals(hub))) {
            person("elena").post("/hubs/" + hub + "/managers",
                    Map.of("subject", manager.subject(), "from", LocalDate.now(ZoneId.of("Europe/Rome")).toString()))
                    .expect(201);
        }
    }

    /** Somebody new who manages these hubs: what she does is no other journey's. */
    Person newManager(String... hubs) {
        String address = UUID.randomUUID() + "@people.example";
        administrator().newPerson(address, "demo");
        for (String hub : hubs) {
            manages(address, hub);
        }
        return person(address);
    }

    /** One for all journeys of a run. */
    static synchronized City running() {
        if (running == null) {
            running = new City();
        }
        return running;
    }

    /**
     * Giulia's at hub Isola. It begins a minute after the city: asked for at once, so that a journey that needs one which has
     * begun need not wait.
     *
     * @throws java.util.concurrent.CompletionException when a step on the way to it failed
     */
    JsonNode staffedShift() {
        return staffedShift.join();
    }

    OwnPlatform parts() {
        return parts;
    }

    String gateway() {
        return parts.addresses().gateway();
    }

    String issuer() {
        return parts.addresses().realm();
    }

    KeycloakAdministrator administrator() {
        return new KeycloakAdministrator(issuer(), parts.adminPassword());
    }

    /** A demo person, signed in, and so known: others may name her. */
    Person person(String name) {
        return people.computeIfAbsent(name, who -> {
            Person person = Person.signedIn(this, who);
            person.get("/me/sign-ups?limit=1").expect(200);
            return person;
        });
    }

    /** The verified organisation of a person who may act for it everywhere; made when she has none. */
    String organisationOf(Person owner) {
        return organisations.computeIfAbsent(owner, this::verifiedOrganisation);
    }

    private String verifiedOrganisation(Person owner) {
        for (JsonNode mine : owner.get("/organisations/mine").expect(200).items()) {
            if (mine.path("state").asText().equals("VERIFIED")) {
                return mine.path("id").asText();
            }
        }
        return newOrganisationOf(owner);
    }

    /** Registered by its owner, verified by the coordinator; the other services know it soon. */
    String newOrganisationOf(Person owner) {
        String id = owner.post("/organisations", Map.of("name", "Associazione di " + owner, "contact",
                Map.of("email", owner + "@example.org", "phone", Personal.PHONE))).expect(201).id();
        person("elena").post("/organisations/" + id + "/verification", Map.of("decision", "VERIFIED")).expect(200);
        return id;
    }
}
