package io.keyledger.resourceserver;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The credential must have these scopes, or scopes that imply them, beside what the hub's route
 * table asks for. On a method it replaces what stands on the class.
 *
 * <p>Where the route table is not used ({@code keyledger.resource-server.route-table=false}) this
 * annotation alone opens a handler; without scopes, to every accepted credential.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresScope {

    /** The scopes, all of which are needed. */
    String[] value();
}
