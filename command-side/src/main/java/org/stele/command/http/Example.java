package org.stele.command.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A request to an endpoint that is valid as it stands, for a ledger that has received the examples before it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Example {

    /** The role that sends it. */
    String role();

    /** The State of the role, for roles that have one. */
    String state() default "";

    /** The staff id that sends it. */
    String user() default "staff-0417";

    /**
     * The record that it acts on, as scope and operation of the example that creates it: {@code NOR/submitAttestation}.
     */
    String on() default "";

    /**
     * The code of the discrepancy of that record with itself, which the request acts on; empty where it acts on the
     * record.
     */
    String discrepancy() default "";

    /** Whether the answer may be several receipts. */
    boolean orReceipts() default false;

    /**
     * The endpoint's own refusals, beyond those of every endpoint: status and code, such as
     * {@code 409 claim-withdrawn}.
     */
    String[] refusals() default {};

    /** The body, as JSON. */
    String body();
}
