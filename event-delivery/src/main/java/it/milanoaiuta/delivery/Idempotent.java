package it.milanoaiuta.delivery;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.interceptor.InterceptorBinding;

/**
 * On a resource method that creates or confirms: the caller must send <code>Idempotency-Key</code> (a UUID). Opens the
 * business transaction itself (do not add <code>@Transactional</code>), writes the key row first, keeps the answer encrypted
 * beside it and gives the same answer, with <code>Idempotent-Replayed: true</code>, to whoever repeats the request.
 * <p>
 * Missing or malformed key → 400; other method, path or body under the same key → 422; the first request still running
 * after 2 s → 409 with Retry-After; a refusal rolls the key back, so the request may be tried again.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
