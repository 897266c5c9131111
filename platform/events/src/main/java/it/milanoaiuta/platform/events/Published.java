package it.milanoaiuta.platform.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where an {@link Event} is published. The event's type is the record's simple name and version:
 * <code>ShiftOpened.v1</code>; its schema is <code>contracts/events/ShiftOpened.v1.schema.json</code> of the service.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Published {

    /** Topic and aggregate type in one, for example <code>volunteers.shifts</code>: a type belongs to exactly one topic. */
    String topic();

    /** Raised only by a break; both versions are then published side by side. */
    int version() default 1;
}
