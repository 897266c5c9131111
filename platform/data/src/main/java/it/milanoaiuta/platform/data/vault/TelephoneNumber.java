package it.milanoaiuta.platform.data.vault;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** A number that {@link Telephone} can read; null is none. */
@Documented
@Constraint(validatedBy = TelephoneNumber.Readable.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface TelephoneNumber {

    String message() default "phone-unreadable";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class Readable implements ConstraintValidator<TelephoneNumber, String> {

        @Override
        public boolean isValid(String written, ConstraintValidatorContext context) {
            return written == null || Telephone.e164(written).isPresent();
        }
    }
}
