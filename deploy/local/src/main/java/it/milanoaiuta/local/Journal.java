package it.milanoaiuta.local;

import java.time.Duration;

/** What happens to the parts, told as it happens. */
interface Journal {

    void ready(Part part, Duration took);

    void died(Part part, int exit, Duration nextTryIn);

    void back(Part part, Duration took);

    void failed(Part part, RuntimeException why);

    /** What it does before it can start, where that takes long. */
    void tells(Part part, String what);
}
