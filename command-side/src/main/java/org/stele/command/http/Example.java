package org.stele.command.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A request to an endpoint that works when it is sent as it stands, to a ledger that has seen the examples before it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Example {

    /** The role that sends it. */
    String role();

    /** The State of the role, for roles that have one. */
    String state() default "";

    /** The staff id that sends it. */
    String user() default "staff-0417";

    /** What it acts on, as scope and operation of the example that creates that: {@code NOR/submitAttestation}. */
    String on() default "";

    /**
     * Why the endpoint may refuse beyond what every endpoint may: status and code, such as {@code 409 claim-withdrawn}.
     */
    String[] refusals() default {};

    /** The body, as JSON. */
    String body();
}
