package org.stele.statefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.Question;

/**
 * The verdicts of one screening: all that a State's file needs of it. Its subject is not among that: no reference to a person is
 * stored outside the events.
 *
 * @param firstPosition of the first event that names its subject
 * @param steps in the order of the ledger
 */
public record VerdictRecord(FilingId id, Question question, long firstPosition, List<Step> steps)
        implements FiledRecord {

    /** What happened to a verdict. */
    public enum Kind {
        PROPOSED,
        CONFIRMED,
        RETURNED,
        REOPENED
    }

    /**
     * One step.
     *
     * @param disposition of a proposed or confirmed verdict; null otherwise
     * @param supersedes the screening whose verdict a proposed one replaces; null otherwise
     * @param on the day in New York on which it was recorded
     */
    public record Step(
            Kind kind,
            @Nullable Disposition disposition,
            @Nullable FilingId supersedes,
            LocalDate on,
            long position) implements Fact {}

    public VerdictRecord {
        steps = List.copyOf(steps);
    }

    @Override
    public long lastPosition() {
        return Math.max(firstPosition, FiledRecord.lastPosition(steps));
    }

    @Override
    public VerdictRecord upTo(long treeSize) {
        return new VerdictRecord(id, question, firstPosition, FiledRecord.upTo(steps, treeSize));
    }

    public VerdictRecord with(Step step) {
        return new VerdictRecord(id, question, firstPosition, FiledRecord.and(steps, step));
    }

    /** The verdict confirmed last by a day, unless the screening was reopened since; null where none stands. */
    @Nullable
    public Step standingOn(LocalDate day) {
        Step standing = null;
        for (Step step : steps) {
            if (!Days.isBy(step.on(), day)) {
                break;
            }
            standing = switch (step.kind()) {
                case CONFIRMED -> step;
                case REOPENED -> null;
                case PROPOSED, RETURNED -> standing;
            };
        }
        return standing;
    }

    /** The screenings whose verdicts a verdict confirmed here by a day replaces. */
    public List<FilingId> supersededBy(LocalDate day) {
        List<FilingId> all = new ArrayList<>();
        FilingId proposed = null;
        for (Step step : steps) {
            if (!Days.isBy(step.on(), day)) {
                break;
            }
            if (step.kind() == Kind.PROPOSED) {
                proposed = step.supersedes();
            } else if (step.kind() == Kind.CONFIRMED && proposed != null) {
                all.add(proposed);
            }
        }
        return all;
    }
}
