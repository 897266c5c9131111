package it.milanoaiuta.gateway.status;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said of the parts that run. */
@MessageBundle("status")
public interface StatusWords {

    @Message("Is everything running?")
    String status();

    @Message("running")
    String up();

    @Message("not answering")
    String down();
}
