package org.stele.command.entry;

import java.util.List;
import java.util.stream.Stream;
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

    /** The code of another content under an id that was used before. */
    public static final String KEY_REUSED = "idempotency-key-reused";

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

    /** Tries every rule and throws the first refusal with the others beside it, so that all are told at once. */
    public static void unlessAll(Runnable... rules) {
        Rejected first = null;
        for (Runnable rule : rules) {
            try {
                rule.run();
            } catch (Rejected refusal) {
                if (first == null) {
                    first = refusal;
                } else {
                    first.addSuppressed(refusal);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** This refusal and those beside it. */
    public List<Rejected> all() {
        return Stream.concat(Stream.of(this), Stream.of(getSuppressed()).map(Rejected.class::cast))
                .toList();
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
