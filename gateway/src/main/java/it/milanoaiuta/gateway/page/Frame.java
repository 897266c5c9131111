package it.milanoaiuta.gateway.page;

import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;

/** What stands around every page: the ways to the screens, as these say them themselves. */
@ApplicationScoped
class Frame {

    private final List<Entry> entries;

    Frame(@All List<Entry> entries) {
        this.entries = entries.stream().sorted(Comparator.comparingInt(Entry::rank)).toList();
    }

    List<Entry> above() {
        return entries.stream().filter(Entry::isAbove).toList();
    }

    List<Entry> below() {
        return entries.stream().filter(entry -> !entry.isAbove()).toList();
    }

    /** Where somebody who signs in finds herself. */
    String startOfOnesOwn() {
        return entries.stream().map(Entry::path).filter(Address::isPrivate).findFirst().orElse("/");
    }
}
