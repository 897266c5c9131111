package it.milanoaiuta.platform.testing;

import java.util.Optional;

/** Somebody who asks an endpoint. */
public interface Asking {

    /** The access token she shows; a visitor has none. */
    Optional<String> token();
}
