package it.milanoaiuta.foodhub.people.neighbourhood;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;

/**
 * Brings the reference file of the city's neighbourhoods into the database at every start, where it is not there of this
 * edition or a newer one. A city that runs the platform with better geometry replaces the file and raises the edition in its
 * first line: while replicas of two releases run side by side, the older file must not overwrite what the newer one wrote.
 */
@ApplicationScoped
public class LoadingNeighbourhoods {

    static final String FILE = "/reference/neighbourhoods.csv";

    @Inject
    Neighbourhoods neighbourhoods;

    @Transactional
    void atStart(@Observes StartupEvent start) {
        read().forEach(neighbourhoods::put);
    }

    static List<Neighbourhood> read() {
        try (BufferedReader file = new BufferedReader(
                new InputStreamReader(LoadingNeighbourhoods.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            int edition = Integer.parseInt(file.readLine().substring("edition ".length()));
            return file.lines().skip(1).map(line -> parse(line, edition)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Neighbourhood parse(String line, int edition) {
        String[] fields = line.split(",");
        return Neighbourhood.described(fields[0], Integer.parseInt(fields[1]), new BigDecimal(fields[2]),
                new BigDecimal(fields[3]), edition);
    }
}
