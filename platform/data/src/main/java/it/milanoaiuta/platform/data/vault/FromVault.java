package it.milanoaiuta.platform.data.vault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How somebody is reached, or what else the vault keeps of her, in an answer: opened for this reader, and on record. It is shown
 * and not kept: a stored answer (ADR 002) is without it, so that nobody reads it without a record and none outlives an erasure.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface FromVault {}
