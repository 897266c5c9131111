package it.milanoaiuta.gateway.page;

import java.util.function.Function;

/** A way from every page to a screen: a bean of the screen's own, so that the frame need not know it. */
public class Entry {

    private final String path;
    private final int rank;
    private final Function<Page, String> label;

    /** @param rank up to 99 in the navigation above, in this order; from 100 on at the foot */
    protected Entry(String path, int rank, Function<Page, String> label) {
        this.path = path;
        this.rank = rank;
        this.label = label;
    }

    public String path() {
        return path;
    }

    public int rank() {
        return rank;
    }

    boolean isAbove() {
        return rank < 100;
    }

    public String label(Page page) {
        return label.apply(page);
    }
}
