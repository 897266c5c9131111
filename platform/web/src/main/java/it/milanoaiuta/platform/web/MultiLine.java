package it.milanoaiuta.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

import it.milanoaiuta.platform.web.http.TextReader;

/** A field of a body in which people write more than a line: its line breaks stay ({@link Text#lines}). */
@Documented
@JacksonAnnotationsInside
@JsonDeserialize(using = TextReader.OfLines.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface MultiLine {}
