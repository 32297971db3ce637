package org.stele.eventstore.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An AuditFinding is a contradiction that the audit found in the tables.
 *
 * @param position of the event that it is about; 0 where it is about no single event
 * @param where which part contradicts, which decides how it is checked again
 * @param what in words that name the place
 */
public record AuditFinding(long position, Where where, String what) {

    /** Which part of the ledger contradicts. */
    public enum Where {
        /** The row of an event whose leaf is sound: reading that row again tells whether it is repaired. */
        ROW,
        /** A leaf, or something derived from rows and leaves: only a full pass tells whether it is repaired. */
        ELSEWHERE
    }

    private static final Pattern EVENT = Pattern.compile("event (\\d{1,18}): .*", Pattern.DOTALL);
    private static final Pattern INDEX = Pattern.compile("index_run \\(key -?\\d+, position (\\d{1,18})\\): .*");

    static AuditFinding ofRow(long position, String what) {
        return new AuditFinding(position, Where.ROW, what);
    }

    /** The finding that {@link #line} writes. */
    static AuditFinding parse(String line) {
        AuditFinding named = elsewhere(line.substring(line.indexOf(' ') + 1));
        return line.startsWith(Where.ROW.name() + " ") ? ofRow(named.position(), named.what()) : named;
    }

    /** As one line of the findings file. */
    String line() {
        return where.name() + " " + what.replace('\n', ' ');
    }

    static AuditFinding elsewhere(String what) {
        for (Pattern pattern : new Pattern[] {EVENT, INDEX}) {
            Matcher named = pattern.matcher(what);
            if (named.matches()) {
                return new AuditFinding(Long.parseLong(named.group(1)), Where.ELSEWHERE, what);
            }
        }
        return new AuditFinding(0, Where.ELSEWHERE, what);
    }

    /**
     * Whether a check may skip the position and rely on its leaf: the row, its tags in the index or its command are
     * wrong, and nothing else.
     */
    boolean isAcceptable() {
        return position > 0
                && (where == Where.ROW
                        || what.startsWith("index_run ")
                        || what.startsWith("event " + position + ": index_run ")
                        || what.startsWith("event " + position + ": command "));
    }
}
