package it.milanoaiuta.foodhub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** A day or instant between 2000 and 2100: what is outside is a slip of the keyboard or does not fit the database. */
@Constraint(validatedBy = {InOurTime.Day.class, InOurTime.Moment.class})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface InOurTime {

    String message() default "2000–2100";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Of a day. */
    class Day implements ConstraintValidator<InOurTime, LocalDate> {

        @Override
        public boolean isValid(LocalDate day, ConstraintValidatorContext context) {
            return day == null || (day.getYear() >= 2000 && day.getYear() < 2100);
        }
    }

    /** Of an instant. */
    class Moment implements ConstraintValidator<InOurTime, Instant> {

        @Override
        public boolean isValid(Instant instant, ConstraintValidatorContext context) {
            return instant == null || (instant.isAfter(Instant.parse("2000-01-01T00:00:00Z"))
                    && instant.isBefore(Instant.parse("2100-01-01T00:00:00Z")));
        }
    }
}
