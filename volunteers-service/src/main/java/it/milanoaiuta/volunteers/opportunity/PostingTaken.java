package it.milanoaiuta.volunteers.opportunity;

import java.util.List;

import it.milanoaiuta.platform.web.Refusal;
import it.milanoaiuta.platform.web.Violation;

/** 409: the owner has an opportunity of this posting already; one posting asks for people once (domain, Need). */
public class PostingTaken extends Refusal {

    PostingTaken() {
        super(409, "posting-taken");
    }

    @Override
    public List<Violation> violations() {
        return List.of(new Violation("postingId", code()));
    }
}
