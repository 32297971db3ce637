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

    /** The kinds of refusals. */
    public enum Kind {
        /** A value can never be valid. */
        MALFORMED,
        /** The credential does not permit it. */
        NOT_ALLOWED,
        /** The named record does not exist, or not for this credential. */
        NOT_FOUND,
        /** The named record is in another stage of its lifecycle. */
        LIFECYCLE,
        /** A rule forbids it. */
        RULE
    }

    /** The code for other content under a used id. */
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

    /** Applies every rule and throws the first refusal together with the others, so that all are reported at once. */
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

    /** The same refusal of one of several things, with its place before the message. */
    public Rejected about(String place) {
        return new Rejected(kind, code, field, place + ": " + getMessage());
    }

    /** This refusal and those reported with it. */
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

    /** The request's field that it is about; null where it is about no single field. */
    public @Nullable String field() {
        return field;
    }
}
