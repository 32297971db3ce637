package org.stele.eventstore.fsck;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.damage.AcceptedDamage;

/**
 * An FsckReport says what a full check of the ledger has read and the first violation that it found.
 *
 * @param events checked until then, with their bodies, leaves and State chains
 * @param firstWrong the position or row and what is wrong with it, or null if nothing is
 * @param chained rows of the chain of what was signed
 * @param accepted damage that two persons accepted, and redactions: their bodies were skipped
 * @param root over the leaves of the events checked, as hexadecimal digits
 * @param kept what the ledger was compared with
 */
public record FsckReport(
        long events,
        long tags,
        long tiles,
        long commands,
        long states,
        long checkpoints,
        long stateHeads,
        long chained,
        @Nullable String firstWrong,
        List<AcceptedDamage> accepted,
        String root,
        Pinned kept) {

    /** Whether nothing is wrong except accepted damage and redactions, which {@link #accepted} names. */
    public boolean sound() {
        return firstWrong == null;
    }

    /** A few lines for a terminal. */
    public String text() {
        return String.format(
                Locale.ROOT,
                """
                %,15d events: body, salt, leaf, State chain, columns
                %,15d entries of the tag index
                %,15d full tiles
                %,15d commands
                %,15d State chains
                %,15d signed checkpoints
                %,15d State heads
                %,15d rows of the chain of what was signed
                root %s
                %s
                %s
                """,
                events,
                tags,
                tiles,
                commands,
                states,
                checkpoints,
                stateHeads,
                chained,
                root,
                held(),
                verdict());
    }

    private String verdict() {
        if (firstWrong != null) {
            return "NOT SOUND: " + firstWrong;
        }
        String redacted = named(true);
        String damaged = named(false);
        if (damaged.isEmpty()) {
            return "SOUND: all agree" + (redacted.isEmpty() ? "" : "; bodies that were removed by order:" + redacted);
        }
        return "DAMAGED, and accepted as found; all else agrees:" + damaged
                + (redacted.isEmpty() ? "" : "\nbodies that were removed by order:" + redacted);
    }

    /** A line for each position of one kind. */
    private String named(boolean redacted) {
        return accepted.stream()
                .filter(one -> one.isRedaction() == redacted)
                .map(one -> "\n  " + accepted(one))
                .collect(Collectors.joining());
    }

    private static String accepted(AcceptedDamage damage) {
        String what = damage.isRedaction()
                ? "event " + damage.position() + ": redacted by "
                : damage.found() + "; accepted by ";
        return what + damage.proposedBy() + " and " + damage.acceptedBy() + " on " + damage.acceptedAt() + " (event "
                + damage.by() + ")";
    }

    private String held() {
        PinnedRoot root = kept.root();
        String events = root == null
                ? "not held against a root kept elsewhere: that the last events are gone would not be seen"
                : String.format(Locale.ROOT, "held against the root kept of %,d events", root.size());
        String signed = kept.pins() == null
                ? "not held against pins kept elsewhere: that the last checkpoints are gone would not be seen"
                : String.format(
                        Locale.ROOT,
                        "held against the pins kept of both logs and of %,d rows of the chain",
                        kept.pins().pins().chain().size());
        return events + "\n" + signed;
    }
}
