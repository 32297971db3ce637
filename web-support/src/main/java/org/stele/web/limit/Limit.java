package org.stele.web.limit;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One limit that an operator can set, by {@code STELE_LIMIT_} and its name, or by the property {@code stele.limit.} and its name
 * with hyphens. docs/operating/limits.md explains each, and a test compares the page with this list.
 */
public enum Limit {
    /** Bytes in the body of any request but a file's. An event's body has a fixed limit of the same size. */
    BODY_BYTES(1L << 20, 1L << 10, 1L << 20),
    /** Bytes in a version of the Consolidated List. */
    LIST_BYTES(16L << 20, 1L << 10, 16L << 20),
    /** Bytes in a file to import. */
    IMPORT_BYTES(1L << 30, 1L << 10, 1L << 30),
    /** Bytes in the bodies of all requests in progress. */
    BODY_BYTES_AT_ONCE(64L << 20, 1_000, 4L << 30),
    /** Bytes in the files of all imports in progress; they are on disk. */
    IMPORT_BYTES_AT_ONCE(4L << 30, 1_000, 1L << 40),
    /** Rows in a file to import. */
    IMPORT_ROWS(1_000_000, 1, 1_000_000),
    /** Bytes of all parts of a workbook together, unpacked. */
    UNPACKED_BYTES(2L << 30, 1L << 20, 2L << 30),
    /** Files that are imported at the same time; further ones wait for a minute. */
    IMPORTS_AT_ONCE(4, 1, 64),
    /** Exports that are made at the same time; further ones wait for ten seconds. */
    EXPORTS_AT_ONCE(4, 1, 64),
    /** Bundles of evidence that are sent at the same time; further ones wait for ten seconds. */
    BUNDLES_AT_ONCE(8, 1, 256),
    /** Connections that are open at the same time. */
    CONNECTIONS(8_192, 16, 1_000_000),
    /** Requests from one address at once. */
    REQUESTS_OF_ADDRESS(2_000, 1, Limit.MANY),
    /** Requests that one address gets back each minute. */
    REQUESTS_OF_ADDRESS_A_MINUTE(6_000, 1, Limit.MANY),
    /** Requests of one account at once, by session or token. */
    REQUESTS_OF_ACCOUNT(1_500, 1, Limit.MANY),
    /** Requests that one account gets back each minute. */
    REQUESTS_OF_ACCOUNT_A_MINUTE(3_000, 1, Limit.MANY),
    /** Requests from this machine itself at once, in the place of the limits of address and account. */
    REQUESTS_OF_THIS_MACHINE(300_000, 1, Limit.MANY),
    /** Requests that this machine gets back each minute. */
    REQUESTS_OF_THIS_MACHINE_A_MINUTE(600_000, 1, Limit.MANY),
    /** Costly views of one account, or of one address without an account, at the same time; further ones wait for two seconds. */
    COSTLY_VIEWS(6, 1, 10_000),
    /** Costly views of this machine itself at the same time, in the place of those of account and address. */
    COSTLY_VIEWS_OF_THIS_MACHINE(256, 1, 10_000),
    /** Bytes of an answer that a client must take each second while the server waits for it. */
    READER_BYTES_A_SECOND(4_096, 1, 1L << 20);

    private static final String PREFIX = "STELE_LIMIT_";
    private static final long MANY = 1_000_000_000;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

    private final long byDefault;
    private final long least;
    private final long most;

    Limit(long byDefault, long least, long most) {
        this.byDefault = byDefault;
        this.least = least;
        this.most = most;
    }

    public long byDefault() {
        return byDefault;
    }

    public long least() {
        return least;
    }

    public long most() {
        return most;
    }

    /** The name of the environment variable. */
    public String variable() {
        return PREFIX + name();
    }

    /** The name of the property, which the variable sets as well. */
    public String property() {
        return "stele.limit." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a value; an IllegalArgumentException, with what was expected, for one that is none. */
    public long read(String text) {
        long value = NUMBER.matcher(text).matches() ? Long.parseLong(text) : -1;
        if (value < least || value > most) {
            throw new IllegalArgumentException("a whole number from %s to %s".formatted(least, most));
        }
        return value;
    }
}
