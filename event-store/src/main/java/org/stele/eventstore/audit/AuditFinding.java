package org.stele.eventstore.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An AuditFinding is something that the tables hold and that contradicts what they were written from.
 *
 * @param position of the event that it is about; 0 where it is about none in particular
 * @param where it was found, which says how it is looked at again
 * @param what in words that name the place
 */
public record AuditFinding(long position, Where where, String what) {

    /** Where something is wrong. */
    public enum Where {
        /** In the row of an event whose leaf is as it must be: that row tells whether it still is. */
        ROW,
        /** In a leaf, or in what is derived from rows and leaves: a whole pass tells. */
        ELSEWHERE
    }

    private static final Pattern EVENT = Pattern.compile("event (\\d{1,18}): .*", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("event_tag \\(tag -?\\d+, position (\\d{1,18})\\): .*");

    static AuditFinding ofRow(long position, String what) {
        return new AuditFinding(position, Where.ROW, what);
    }

    /** The finding that {@link #line} writes. */
    static AuditFinding parse(String line) {
        AuditFinding named = elsewhere(line.substring(line.indexOf(' ') + 1));
        return line.startsWith(Where.ROW.name() + " ") ? ofRow(named.position(), named.what()) : named;
    }

    /** On one line, to be kept. */
    String line() {
        return where.name() + " " + what.replace('\n', ' ');
    }

    static AuditFinding elsewhere(String what) {
        for (Pattern pattern : new Pattern[] {EVENT, TAG}) {
            Matcher named = pattern.matcher(what);
            if (named.matches()) {
                return new AuditFinding(Long.parseLong(named.group(1)), Where.ELSEWHERE, what);
            }
        }
        return new AuditFinding(0, Where.ELSEWHERE, what);
    }

    /** Whether a check may pass the position over by its leaf: what is wrong is the row, its tags in the index or its command. */
    boolean isAcceptable() {
        return position > 0
                && (where == Where.ROW
                        || what.startsWith("event_tag ")
                        || what.startsWith("event " + position + ": event_tag ")
                        || what.startsWith("event " + position + ": command "));
    }
}
