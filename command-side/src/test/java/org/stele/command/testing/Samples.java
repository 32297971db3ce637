package org.stele.command.testing;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.Sha256Digest;
import org.stele.events.SourceReference;
import org.stele.events.SubjectRef;
import org.stele.events.attestation.AttestationAcceptedAsFiled;
import org.stele.events.attestation.AttestationAmended;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.AttestationPublished;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationUnpublished;
import org.stele.events.attestation.AttestationWithdrawn;
import org.stele.events.attestation.AttestationWithheldAtRequest;
import org.stele.events.attestation.Visibility;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.claims.ExemptionGround;
import org.stele.events.claims.ScopeClaimed;
import org.stele.events.claims.ScopeGround;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.Question;
import org.stele.events.screening.Screener;
import org.stele.events.screening.ScreenerSettings;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;

/** Filings that are on record before a command comes. */
public final class Samples {

    /** What commands name, and another of the same kind that must not count. */
    public static final FilingId FILING = FilingId.parse("a7e57a70-0000-4000-8000-000000000001");

    public static final FilingId OTHER_FILING = FilingId.parse("a7e57a70-0000-4000-8000-000000000002");

    public static final SourceReference PAPER = new SourceReference("A newspaper", "https://example.org/", null);
    public static final SubjectRef SUBJECT = SubjectRef.parse("5b1f7c0e-3a62-4d3c-9b58-0a4e6f1d2c73");
    public static final Sha256Digest DIGEST = new Sha256Digest("0".repeat(64));
    public static final ScreenerSettings SETTINGS =
            new ScreenerSettings("logic-v1", "1.4.0", new BigDecimal("0.7"), new BigDecimal("0.5"), null, null);

    private static final PartialDate DAY = PartialDate.parse("2019-08-15");

    private Samples() {}

    public static AttestationContent content() {
        return content(null);
    }

    public static AttestationContent content(@Nullable String explanation) {
        return new AttestationContent(
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                false,
                Visibility.PUBLISHED,
                explanation,
                null,
                null,
                List.of());
    }

    public static AttestationSubmitted submitted(MemberState state, FilingId id) {
        return new AttestationSubmitted(state, id, ObligationId.REP_MID, content(), DAY.firstDay(), null, null);
    }

    public static AttestationReceived received(MemberState state, FilingId id, int version) {
        return new AttestationReceived(state, id, version, DAY, null, null);
    }

    public static AttestationAmended amended(MemberState state, FilingId id, int version) {
        return new AttestationAmended(state, id, version, content(), "a mistake", DAY.firstDay(), null, null);
    }

    public static AttestationWithdrawn withdrawn(MemberState state, FilingId id) {
        return new AttestationWithdrawn(state, id, "a mistake", DAY);
    }

    public static AttestationPublished published(MemberState state, FilingId id, int version) {
        return new AttestationPublished(state, id, version, DAY.firstDay(), false, null);
    }

    public static AttestationWithheldAtRequest withheld(MemberState state, FilingId id, int version) {
        return new AttestationWithheldAtRequest(state, id, version, DAY.firstDay(), null);
    }

    public static AttestationUnpublished unpublished(MemberState state, FilingId id) {
        return new AttestationUnpublished(state, id, DAY.firstDay(), "a mistake");
    }

    public static AttestationAcceptedAsFiled accepted(MemberState state, FilingId id, int version) {
        return new AttestationAcceptedAsFiled(state, id, version, DAY.firstDay());
    }

    public static NoticeContent notice() {
        return new NoticeContent(
                PersonsCategory.WORKER,
                new PersonsCount(12),
                List.of(),
                null,
                PartialDate.parse("2019-08"),
                "PRK",
                Outcome.REPATRIATED,
                Mode.RAIL,
                null,
                null,
                null);
    }

    public static RepatriationNoticeRecorded noticed(MemberState state, FilingId id) {
        return new RepatriationNoticeRecorded(state, id, notice(), DAY, null);
    }

    public static ExemptionClaimed exempted(MemberState state, FilingId id) {
        return new ExemptionClaimed(state, id, ExemptionGround.REFUGEE_LAW, null, null, DAY, null, null, null);
    }

    public static ScopeClaimed scoped(MemberState state, FilingId id) {
        return new ScopeClaimed(state, id, ScopeGround.OTHER, null, null, DAY, null, null);
    }

    public static List<Candidate> candidates(String... scores) {
        return Arrays.stream(scores)
                .map(BigDecimal::new)
                .map(score -> new Candidate(
                        "KPi.001",
                        null,
                        score,
                        score.compareTo(Objects.requireNonNull(SETTINGS.threshold())) >= 0,
                        new TreeMap<>()))
                .toList();
    }

    public static ScreeningHitsRecorded hits(MemberState state, FilingId id, String... scores) {
        return new ScreeningHitsRecorded(
                state,
                id,
                SUBJECT,
                SubjectKind.PERSON,
                Question.DESIGNATION,
                Trigger.ONBOARDING,
                Screener.STELE,
                DIGEST,
                SETTINGS,
                candidates(scores),
                List.of());
    }

    public static ScreeningClearedWithoutHit cleared(MemberState state, FilingId id, String... scores) {
        return new ScreeningClearedWithoutHit(
                state,
                id,
                SUBJECT,
                SubjectKind.PERSON,
                Question.DESIGNATION,
                Trigger.ONBOARDING,
                Screener.STELE,
                DIGEST,
                SETTINGS,
                candidates(scores),
                List.of());
    }
}
