package it.milanoaiuta.platform.web;

/**
 * One field of a request that is wrong.
 *
 * @param field path of the field as the caller wrote it, for example <code>lines[2].quantity</code>
 * @param message what is wrong, in the caller's language; a Refusal may give a key of its bundle instead
 */
public record Violation(String field, String message) {}
