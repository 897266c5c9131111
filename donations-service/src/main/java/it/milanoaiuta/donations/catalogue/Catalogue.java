package it.milanoaiuta.donations.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The reference file <code>reference/catalogue.json</code>.
 *
 * @param edition raised with every change of the file: while replicas of two releases run side by side, the older file must not
 *        undo the newer one
 */
public record Catalogue(int edition, List<Entry> items) {

    private static final String FILE = "/reference/catalogue.json";

    /**
     * @param food whether people eat or drink it, where its category does not say so: FOOD is food, all else is none
     * @param archived true once nobody may ask for it any more; an entry is never taken out of the file
     */
    public record Entry(UUID id, String code, Category category, Map<String, String> name, Unit unit, BigDecimal kgPerUnit,
            StorageClass storageClass, DateKind dateKind, Integer shelfDays, int marginDays, List<Conversion> conversions,
            Boolean food, Boolean archived) {}

    static Catalogue read(ObjectMapper json) {
        try (InputStream file = Catalogue.class.getResourceAsStream(FILE)) {
            return json.readValue(file, Catalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
