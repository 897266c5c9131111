package it.milanoaiuta.platform.web;

import java.net.URI;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** 201: something was made, and <code>Location</code> says where it is. */
public final class Created {

    private Created() {}

    /** @param path of what was made, for example <code>/api/v1/needs/0192f000-…</code> */
    public static <T> RestResponse<T> at(String path, T made) {
        return ResponseBuilder.<T>created(URI.create(path)).entity(made).build();
    }

    /** @param version of it, for its ETag */
    public static <T> RestResponse<T> at(String path, long version, T made) {
        return ResponseBuilder.<T>created(URI.create(path)).header(HttpHeaders.ETAG, Version.etag(version)).entity(made)
                .build();
    }
}
