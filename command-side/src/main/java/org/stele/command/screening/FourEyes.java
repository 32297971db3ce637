package org.stele.command.screening;

import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.events.screening.ScreeningVerdictProposed;

/** The proposer of a verdict never decides on it, whatever roles they hold and however their staff id is written. */
public final class FourEyes {

    private FourEyes() {}

    /** The pending proposal, if this reviewer may decide on it. */
    public static ScreeningVerdictProposed requireProposalOfAnother(
            @Nullable ScreeningVerdictProposed proposal, CommandContext reviewer) {
        if (proposal == null) {
            throw Rejected.lifecycle("no-verdict-proposed", "No proposed verdict waits for a reviewer.");
        }
        if (proposal.analyst().equalsIgnoreCase(reviewer.actor().staffId())) {
            throw Rejected.rule(
                    "four-eyes",
                    "%s proposed this verdict. Another reviewer must decide on it.".formatted(proposal.analyst()));
        }
        return proposal;
    }
}
