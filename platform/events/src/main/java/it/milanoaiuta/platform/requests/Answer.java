package it.milanoaiuta.platform.requests;

import java.util.Map;

/**
 * An answer to keep and to give again.
 *
 * @param headers Content-Type, Location and ETag, those that were set
 * @param body null for none
 */
record Answer(int status, Map<String, String> headers, byte[] body) {

    boolean isRefusal() {
        return status >= 400;
    }
}
