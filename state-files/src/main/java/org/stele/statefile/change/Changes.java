package org.stele.statefile.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stele.events.ObligationId;
import org.stele.statefile.Days;
import org.stele.statefile.StateFile;
import org.stele.statefile.change.Milestone.Kind;
import org.stele.statefile.status.StateView;

/**
 * What differs between two views of one State, and the causes. A difference without a cause is a defect.
 *
 * @param entered what is in view in the second and not in the first
 * @param left what is in view in the first and not in the second
 * @param replaced what is in view in both and not the same: as it is in the second
 */
public record Changes(
        List<Difference> differences,
        List<Cause> entered,
        List<Cause> left,
        List<Cause> replaced,
        List<Milestone> milestones) {

    public Changes {
        differences = List.copyOf(differences);
        entered = List.copyOf(entered);
        left = List.copyOf(left);
        replaced = List.copyOf(replaced);
        milestones = List.copyOf(milestones);
    }

    /** The files are those of the two views, of their sizes and for their audience. */
    public static Changes between(StateFile first, StateView from, StateFile second, StateView to) {
        Causes causes = Causes.between(first, from, second, to);
        return new Changes(
                Differences.between(from, to),
                causes.entered(),
                causes.left(),
                causes.replaced(),
                milestones(from, to));
    }

    public boolean isCaused() {
        return !(entered.isEmpty() && left.isEmpty() && replaced.isEmpty() && milestones.isEmpty());
    }

    private static List<Milestone> milestones(StateView from, StateView to) {
        LocalDate one = Days.earlier(from.effectiveOn(), from.knownOn());
        LocalDate other = Days.earlier(to.effectiveOn(), to.knownOn());
        List<Milestone> milestones = new ArrayList<>();
        for (ObligationId obligation : ObligationId.values()) {
            LocalDate opensOn = obligation.opensOn();
            LocalDate dueOn = obligation.dueOn();
            if (opensOn != null && opensOn.isAfter(one) != opensOn.isAfter(other)) {
                milestones.add(new Milestone(obligation, Kind.OPENS, opensOn));
            }
            if (dueOn != null && dueOn.isBefore(one) != dueOn.isBefore(other)) {
                milestones.add(new Milestone(obligation, Kind.DUE, dueOn));
            }
        }
        return milestones;
    }
}
