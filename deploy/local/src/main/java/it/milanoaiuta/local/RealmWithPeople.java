package it.milanoaiuta.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Today's realm and the people of the one before. A person is data and moves as she is: her number, which rows of the services
 * name, her credentials, whether her address is proved, whether she is disabled. So do the keys the realm signs with, or a link
 * that was mailed would lead nowhere. Everything else is today's document.
 * <p>
 * Person by person: however many they are, they are never all in memory here.
 */
final class RealmWithPeople {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEYS = "org.keycloak.keys.KeyProvider";
    private static final String SERVICE_ACCOUNT = "serviceAccountClientId";
    /** What of a person names something of the old realm that today's need not have. */
    private static final List<String> TIES = List.of("groups", "federatedIdentities", "clientConsents");
    /** Clients that each realm has: an administrator of the realm is one by their roles. */
    private static final Set<String> KEYCLOAKS_OWN = Set.of("account", "realm-management");

    private final ObjectNode today;
    private final List<ObjectNode> newcomers = new ArrayList<>();
    private final Set<String> roles = new TreeSet<>();
    private int moved;

    /** @param today the document; taken over */
    RealmWithPeople(ObjectNode today) {
        this.today = today;
        today.withArray("users").forEach(person -> newcomers.add((ObjectNode) person));
        today.at("/roles/realm").forEach(role -> roles.add(role.path("name").asText()));
        roles.add(today.at("/defaultRole/name").asText());
    }

    /**
     * Writes what Keycloak can import.
     *
     * @param before the folder of an export of the realm with its users, in as many files as may be
     * @param target readable by its owner only
     * @return how many people moved
     */
    int write(Path before, Path target) throws IOException {
        Private.write(target, "");
        try (JsonGenerator whole = JSON.getFactory().createGenerator(target.toFile(), JsonEncoding.UTF8)) {
            whole.writeStartObject();
            whole.writeArrayFieldStart("users");
            CharacterEscapes usual = whole.getCharacterEscapes();
            whole.setCharacterEscapes(new NoPlaceholders());
            for (Path file : files(before)) {
                move(file, whole);
            }
            whole.setCharacterEscapes(usual);
            for (ObjectNode newcomer : newcomers) {
                whole.writeTree(newcomer);
            }
            whole.writeEndArray();
            today.remove("users");
            for (Map.Entry<String, JsonNode> setting : today.properties()) {
                whole.writeFieldName(setting.getKey());
                whole.writeTree(setting.getValue());
            }
            whole.writeEndObject();
        }
        return moved;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private void move(Path file, JsonGenerator whole) throws IOException {
        try (JsonParser export = JSON.getFactory().createParser(file.toFile())) {
            export.nextToken();
            while (export.nextToken() == JsonToken.FIELD_NAME) {
                String field = export.currentName();
                export.nextToken();
                switch (field) {
                    case "users" -> movePeople(export, whole);
                    case "components" -> keepKeys(export.readValueAsTree());
                    default -> export.skipChildren();
                }
            }
        }
    }

    private void movePeople(JsonParser export, JsonGenerator whole) throws IOException {
        while (export.nextToken() == JsonToken.START_OBJECT) {
            ObjectNode person = export.readValueAsTree();
            if (person.hasNonNull(SERVICE_ACCOUNT)) {
                keepNumber(person);
            } else {
                newcomers.removeIf(newcomer -> isSame(newcomer, person));
                whole.writeTree(withoutTies(person));
                moved++;
            }
        }
    }

    /** A service is configured by the file, and stays who it is to the others. */
    private void keepNumber(ObjectNode account) {
        newcomers.stream().filter(newcomer -> same(newcomer, account, SERVICE_ACCOUNT))
                .forEach(newcomer -> newcomer.set("id", account.get("id")));
    }

    private static boolean isSame(ObjectNode newcomer, ObjectNode person) {
        return Stream.of("id", "username", "email").anyMatch(field -> same(newcomer, person, field));
    }

    private static boolean same(ObjectNode one, ObjectNode other, String field) {
        return one.hasNonNull(field) && one.path(field).asText().equalsIgnoreCase(other.path(field).asText());
    }

    private ObjectNode withoutTies(ObjectNode person) {
        person.remove(TIES);
        if (person.get("realmRoles") instanceof ArrayNode had) {
            ArrayNode kept = person.putArray("realmRoles");
            had.forEach(role -> {
                if (roles.contains(role.asText())) {
                    kept.add(role);
                }
            });
        }
        if (person.get("clientRoles") instanceof ObjectNode had) {
            had.retain(KEYCLOAKS_OWN);
        }
        return person;
    }

    private void keepKeys(JsonNode components) {
        ObjectNode todays = today.withObject("components");
        if (components.has(KEYS) && !todays.has(KEYS)) {
            todays.set(KEYS, components.get(KEYS));
        }
    }

    /** Keycloak fills placeholders in the file as it reads it: what somebody calls herself is none. */
    private static final class NoPlaceholders extends CharacterEscapes {

        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] escapes = standardAsciiEscapesForJSON();
            escapes['$'] = ESCAPE_STANDARD;
            return escapes;
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
