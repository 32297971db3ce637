package org.stele.query.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.ObligationId;
import org.stele.query.lens.SeenPositions;
import org.stele.statefile.change.Cause;
import org.stele.statefile.change.Changes;
import org.stele.statefile.change.Difference;
import org.stele.statefile.change.Milestone;

/** What differs between two views of one State, and why, as JSON. */
record ChangesJson(List<Difference> changes, Causes causes) {

    /** The causes of all the differences together. */
    @JsonPropertyOrder({"entered", "left", "replaced", "milestones"})
    record Causes(
            List<CauseJson> entered, List<CauseJson> left, List<CauseJson> replaced, List<MilestoneJson> milestones) {

        @JsonIgnore
        boolean isNone() {
            return entered.isEmpty() && left.isEmpty() && replaced.isEmpty() && milestones.isEmpty();
        }
    }

    /**
     * One cause.
     *
     * @param memberState the other State whose filing it is; absent for the State's own
     * @param version null where what it is has none
     * @param position of the event that made it what it is; null where the reader does not see that whole
     */
    @JsonPropertyOrder({"kind", "memberState", "id", "version", "position"})
    record CauseJson(
            Cause.Kind kind,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String memberState,

            FilingId id,
            @Nullable Integer version,
            @Nullable Long position) {}

    @JsonPropertyOrder({"obligation", "kind", "on"})
    record MilestoneJson(ObligationId obligation, Milestone.Kind kind, LocalDate on) {}

    /**
     * The changes as their reader sees them.
     *
     * @param before of the first view
     * @param after of the second
     */
    static ChangesJson of(Changes changes, SeenPositions before, SeenPositions after) {
        return new ChangesJson(
                changes.differences(),
                new Causes(
                        causes(changes.entered(), after),
                        causes(changes.left(), before),
                        causes(changes.replaced(), after),
                        changes.milestones().stream()
                                .map(one -> new MilestoneJson(one.obligation(), one.kind(), one.on()))
                                .toList()));
    }

    private static List<CauseJson> causes(List<Cause> causes, SeenPositions positions) {
        return causes.stream()
                .map(cause -> new CauseJson(
                        cause.kind(),
                        cause.memberState() == null ? null : cause.memberState().iso3(),
                        cause.id(),
                        cause.version(),
                        positions.of(cause)))
                .toList();
    }
}
