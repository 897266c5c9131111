package it.milanoaiuta.donations.need;

import java.util.List;

import it.milanoaiuta.platform.web.Refusal;
import it.milanoaiuta.platform.web.Violation;

/** 409: the owner has a need of this posting already; one posting asks for goods once (domain, Need). */
public class PostingTaken extends Refusal {

    PostingTaken() {
        super(409, "posting-taken");
    }

    @Override
    public List<Violation> violations() {
        return List.of(new Violation("postingId", code()));
    }
}
