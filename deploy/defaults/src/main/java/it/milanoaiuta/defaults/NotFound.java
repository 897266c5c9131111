package it.milanoaiuta.defaults;

/** There is nothing under this id that the caller may see: a foreign id and an unknown one get the same 404. */
public class NotFound extends Refusal {

    public NotFound() {
        super(404, "not-found");
    }
}
