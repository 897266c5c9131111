package it.milanoaiuta.foodhub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The other sub-contexts that a sub-context may use, said at its package; {@code ArchitectureTest} holds it to it. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface MayUse {

    /** Names of packages under {@code it.milanoaiuta.foodhub}; none for one that stands on its own. */
    String[] value();
}
