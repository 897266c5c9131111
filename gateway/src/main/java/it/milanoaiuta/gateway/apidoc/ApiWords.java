package it.milanoaiuta.gateway.apidoc;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What stands around the API's document; the document itself is English. */
@MessageBundle("apidoc")
public interface ApiWords {

    @Message("For programmers")
    String api();

    @Message("Every address of the API, with what goes in and what comes out.")
    String apiMore();
}
