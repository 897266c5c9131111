package it.milanoaiuta.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The realm as Keycloak imports it: the city's own file, and over it the demo people's where they are wanted. Lists are
 * continued, single values replaced. It bears its edition as an attribute, so that Keycloak's database tells of itself which
 * file it was made of.
 */
final class Realm {

    static final String NAME = "milano-aiuta";
    static final String EDITION = "milano-aiuta.edition";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)[^}]*}");

    private final ObjectNode document;
    private final String edition;

    private Realm(ObjectNode document, String edition) {
        this.document = document;
        this.edition = edition;
    }

    /**
     * @param folder of the files
     * @param values of the placeholders; what is missing there comes from the environment, as it does for Keycloak
     */
    static Realm of(Path folder, boolean withDemoPeople, Map<String, String> values) throws IOException {
        ObjectNode realm = read(folder.resolve("milano-aiuta-realm.json"));
        if (withDemoPeople) {
            for (Map.Entry<String, JsonNode> addition : read(folder.resolve("milano-aiuta-demo.json")).properties()) {
                if (addition.getValue() instanceof ArrayNode more) {
                    realm.withArray(addition.getKey()).addAll(more);
                } else {
                    realm.set(addition.getKey(), addition.getValue());
                }
            }
        }
        String edition = hash(filled(realm.toString(), values));
        realm.withObject("attributes").put(EDITION, edition);
        return new Realm(realm, edition);
    }

    /** Another one when the document is another, and when a placeholder has another value: an address, a secret. */
    String edition() {
        return edition;
    }

    /** With its placeholders. */
    String text() {
        return document.toPrettyString();
    }

    /** A copy; what is changed in it is not changed here. */
    ObjectNode document() {
        return document.deepCopy();
    }

    private static String filled(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                Optional.ofNullable(values.getOrDefault(found.group(1), System.getenv(found.group(1)))).orElse(found.group())));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode read(Path file) throws IOException {
        return (ObjectNode) JSON.readTree(Files.readString(file));
    }
}
