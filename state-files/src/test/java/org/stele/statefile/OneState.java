package org.stele.statefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.StateEvent;
import org.stele.events.attestation.AttestationAmended;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationWithdrawn;
import org.stele.events.claims.ClaimDisputed;
import org.stele.events.claims.ClaimUpheld;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.claims.ExemptionGround;
import org.stele.events.claims.ScopeClaimed;
import org.stele.events.claims.ScopeGround;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.statefile.status.StateView;

/** What happens to one Member State in a test, event by event. */
public final class OneState {

    public static final MemberState STATE = MemberState.POL;
    static final LocalDate IMPORTED_ON = LocalDate.of(2026, 1, 15);

    private final List<LedgerEvent> events = new ArrayList<>();
    private LocalDate recordedOn = IMPORTED_ON;

    /** The day in New York on which what follows is recorded. */
    public OneState on(String day) {
        recordedOn = LocalDate.parse(day);
        return this;
    }

    public OneState record(StateEvent event) {
        events.add(new LedgerEvent(events.size() + 1L, recordedOn, event));
        return this;
    }

    /** A filing that was received; its id goes by its number. */
    public OneState filed(ObligationId obligation, String received, Says says) {
        FilingId id = id(events.size() + 1);
        return record(new AttestationSubmitted(STATE, id, obligation, says.content(), recordedOn, null, null))
                .received(id, 1, received);
    }

    public OneState midterm(String received, Says says) {
        return filed(ObligationId.REP_MID, received, says);
    }

    public OneState finalReport(String received, Says says) {
        return filed(ObligationId.REP_FIN, received, says);
    }

    public OneState submitted(FilingId id, ObligationId obligation, Says says) {
        return record(new AttestationSubmitted(STATE, id, obligation, says.content(), recordedOn, null, null));
    }

    public OneState amended(FilingId id, int version, Says says) {
        return record(new AttestationAmended(
                STATE, id, version, says.content(), "A figure was wrong.", recordedOn, null, null));
    }

    public OneState received(FilingId id, int version, String received) {
        return record(new AttestationReceived(STATE, id, version, PartialDate.parse(received), null, null));
    }

    public OneState withdrawn(FilingId id, String received) {
        return record(new AttestationWithdrawn(STATE, id, "Filed by mistake.", PartialDate.parse(received)));
    }

    public OneState exemption(FilingId id, @Nullable Integer count, @Nullable String effectiveOn, String claimed) {
        return record(new ExemptionClaimed(
                STATE,
                id,
                ExemptionGround.REFUGEE_LAW,
                count(count),
                effectiveOn == null ? null : PartialDate.parse(effectiveOn),
                PartialDate.parse(claimed),
                null,
                null,
                null));
    }

    public OneState exemption(int count, String claimed) {
        return exemption(id(events.size() + 1), count, null, claimed);
    }

    public OneState scope(FilingId id, @Nullable Integer count, String claimed) {
        return record(new ScopeClaimed(
                STATE, id, ScopeGround.LAWFUL_IMMIGRANT, count(count), null, PartialDate.parse(claimed), null, null));
    }

    public OneState disputed(FilingId claim, String disputed) {
        return record(new ClaimDisputed(STATE, claim, MonitoringBody.PANEL, PartialDate.parse(disputed), null));
    }

    public OneState upheld(FilingId claim, String upheld) {
        return record(new ClaimUpheld(STATE, claim, PartialDate.parse(upheld), null));
    }

    public OneState evidence(FilingId id, String asOf, String received, String contests) {
        return record(new EvidenceRecorded(
                STATE,
                id,
                EvidenceKind.PRESS,
                PartialDate.parse(asOf),
                PartialDate.parse(received),
                null,
                contests.equals("contests"),
                "Seen by a reporter.",
                null,
                null,
                false,
                null));
    }

    public OneState notice(FilingId id, String departed, String received) {
        return record(
                new RepatriationNoticeRecorded(STATE, id, departure(departed), PartialDate.parse(received), null));
    }

    public static NoticeContent departure(String departed) {
        return new NoticeContent(
                PersonsCategory.WORKER,
                new PersonsCount(3),
                List.of(),
                null,
                PartialDate.parse(departed),
                "PRK",
                Outcome.REPATRIATED,
                Mode.AIR,
                null,
                null,
                null);
    }

    public static FilingId id(long number) {
        return new FilingId(new UUID(0, number));
    }

    public List<LedgerEvent> events() {
        return events;
    }

    public StateFile file() {
        return StateFile.empty(STATE).evolve(events);
    }

    public StateView at(String effectiveOn, String knownOn) {
        return StateView.of(file(), LocalDate.parse(effectiveOn), LocalDate.parse(knownOn));
    }

    public StateView at(String day) {
        return at(day, day);
    }

    private static @Nullable PersonsCount count(@Nullable Integer count) {
        return count == null ? null : new PersonsCount(count);
    }
}
