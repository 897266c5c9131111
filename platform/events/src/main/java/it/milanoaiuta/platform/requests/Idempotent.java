package it.milanoaiuta.platform.requests;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import jakarta.ws.rs.NameBinding;

/**
 * On a resource method that creates or confirms: the caller must send <code>Idempotency-Key</code> (a UUID). Opens the
 * business transaction itself (do not add <code>@Transactional</code>), keeps the answer encrypted beside the key's row and
 * gives the same answer (status, Location, ETag, body), with <code>Idempotent-Replayed: true</code>, to whoever repeats the
 * request within 7 days. The method may return a record, a Response or a RestResponse.
 * <p>
 * The method asks its guard first, then calls {@link RequestKey#claim}, then changes something: who may not do it any more is
 * not answered either. One that returns without having claimed fails. What is <code>@FromVault</code> in the answer is not
 * kept: a repeated answer is without it.
 * <p>
 * Missing or malformed key → 400; other method, path, query or body under the same key → 422; the first request still
 * running after 2 s → 409 with Retry-After; a refusal (an exception, or an answer of 400 and above) rolls everything back,
 * the key too, so the request may be tried again. Visitors share one principal.
 */
@Inherited
@InterceptorBinding
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {

    /**
     * For a use case that is one statement and one round trip: no transaction is opened and no row is written for it. The
     * method injects {@link RequestKey}, and its statement calls the SQL function <code>idempotency_claim</code> first and
     * rebuilds the answer of a request done before from the row's <code>result</code>. The key is checked, and a key in use
     * or used for another request is answered, as above.
     */
    @Nonbinding
    boolean inStatement() default false;
}
