package org.stele.command.entry;

import org.jspecify.annotations.Nullable;

/**
 * A command that is refused. Nothing was recorded.
 *
 * <p>The code is public and permanent: clients switch on it. The message is for people and may change.
 */
public final class Rejected extends RuntimeException {

    /** What about a command is refused. */
    public enum Kind {
        /** A value can never be right. */
        MALFORMED,
        /** The credential does not allow it. */
        NOT_ALLOWED,
        /** What it names does not exist, or not for this credential. */
        NOT_FOUND,
        /** What it names is past that, or not yet there. */
        LIFECYCLE,
        /** A rule forbids it. */
        RULE
    }

    private final Kind kind;
    private final String code;
    private final @Nullable String field;

    private Rejected(Kind kind, String code, @Nullable String field, String message) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.field = field;
    }

    public static Rejected malformed(String field, String message) {
        return new Rejected(Kind.MALFORMED, "invalid-request", field, message);
    }

    public static Rejected notAllowed(String code, String message) {
        return new Rejected(Kind.NOT_ALLOWED, code, null, message);
    }

    public static Rejected notFound(String message) {
        return new Rejected(Kind.NOT_FOUND, "not-found", null, message);
    }

    public static Rejected lifecycle(String code, String message) {
        return new Rejected(Kind.LIFECYCLE, code, null, message);
    }

    public static Rejected rule(String code, String message) {
        return new Rejected(Kind.RULE, code, null, message);
    }

    public static Rejected rule(String field, String code, String message) {
        return new Rejected(Kind.RULE, code, field, message);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** The field that it is about, as requests name it; null where it is about none in particular. */
    public @Nullable String field() {
        return field;
    }
}
