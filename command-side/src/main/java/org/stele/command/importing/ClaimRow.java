package org.stele.command.importing;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.stele.command.claims.claimexemption.ClaimExemption;
import org.stele.command.claims.claimoutofscope.ClaimOutOfScope;
import org.stele.command.claims.disputeclaim.DisputeClaim;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.command.rules.FreeText;
import org.stele.command.rules.PanelMandate;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;
import org.stele.events.claims.ExemptionGround;
import org.stele.events.claims.ScopeGround;

/**
 * A claim, and its dispute.
 *
 * @param exemption the ground of an exemption claim; null for a scope claim
 * @param scope the ground of a scope claim; null for an exemption claim
 * @param dispute null where nobody disputed it
 */
record ClaimRow(
        long row,
        MemberState memberState,
        @Nullable ExemptionGround exemption,
        @Nullable ScopeGround scope,
        @Nullable PersonsCount count,
        @Nullable PartialDate effectiveOn,
        PartialDate claimed,
        @Nullable Dispute dispute,
        @Nullable String summary,
        @Nullable SourceReference source)
        implements ImportRow {

    /** The kinds of claims. */
    enum ClaimKind {
        EXEMPTION,
        SCOPE
    }

    /** The body that disputed a claim, and the day or days. */
    record Dispute(MonitoringBody body, PartialDate disputed) {}

    static @Nullable ClaimRow of(Cells cells) {
        MemberState state = cells.memberState();
        ClaimKind kind = cells.requiredCode("claim_kind", ClaimKind.class);
        ExemptionGround exemption =
                kind == ClaimKind.EXEMPTION ? cells.requiredCode("ground", ExemptionGround.class) : null;
        ScopeGround scope = kind == ClaimKind.SCOPE ? cells.requiredCode("ground", ScopeGround.class) : null;
        PersonsCount count = cells.count("count");
        PartialDate effectiveOn = cells.date("effective_on");
        PartialDate claimed = cells.days("claimed_from", "claimed_to");
        Dispute dispute = dispute(cells);
        String summary = cells.text("summary", FreeText.MAX_SUMMARY);
        SourceReference source = cells.source(cells.text("source_title", FreeText.MAX_TITLE));
        return state == null || claimed == null || cells.isFaulty()
                ? null
                : new ClaimRow(
                        cells.row(), state, exemption, scope, count, effectiveOn, claimed, dispute, summary, source);
    }

    private static @Nullable Dispute dispute(Cells cells) {
        if (cells.isBlank("disputed_from") && cells.isBlank("disputed_to") && cells.isBlank("disputed_by")) {
            return null;
        }
        MonitoringBody body = cells.requiredCode("disputed_by", MonitoringBody.class);
        PartialDate disputed = cells.days("disputed_from", "disputed_to");
        if (body == null
                || disputed == null
                || !cells.check("disputed_from", () -> PanelMandate.require(body, "disputed_from", disputed))) {
            return null;
        }
        return new Dispute(body, disputed);
    }

    @Override
    public List<LedgerCommand> commands(IntFunction<CommandContext> entryOfStep) {
        LedgerCommand claim = claim(entryOfStep.apply(1));
        return dispute == null
                ? List.of(claim)
                : List.of(
                        claim,
                        new DisputeClaim(
                                entryOfStep.apply(2), claim.filing(), dispute.body(), dispute.disputed(), null));
    }

    private LedgerCommand claim(CommandContext entry) {
        if (exemption != null) {
            return new ClaimExemption(entry, memberState, exemption, count, effectiveOn, claimed, summary, source);
        }
        if (scope != null) {
            return new ClaimOutOfScope(entry, memberState, scope, count, effectiveOn, claimed, summary, source);
        }
        throw new IllegalStateException("Row %s is of no kind of claim".formatted(row));
    }
}
