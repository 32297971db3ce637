package org.stele.command.screening.proposeverdict;

import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;
import static org.stele.command.testing.Samples.SETTINGS;
import static org.stele.command.testing.Samples.SUBJECT;
import static org.stele.command.testing.Samples.hits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.screening.proposeverdict.ProposeVerdict.WholeVerdict;
import org.stele.command.testing.People;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.CandidateVerdict;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.IndicatorFinding;
import org.stele.events.screening.Nationality;
import org.stele.events.screening.Question;
import org.stele.events.screening.Screener;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;

/** Screenings before a verdict, and verdicts on them. */
final class VerdictSamples {

    static final Object HITS = hits(NORWAY, FILING, "0.9");
    static final WholeVerdict OTHER_PERSON =
            new WholeVerdict(Disposition.FALSE_POSITIVE, "OTHER_PERSON", "Another one.");
    static final Object CONFIRMED =
            new ScreeningVerdictConfirmed(NORWAY, FILING, Disposition.FALSE_POSITIVE, "a", "b", null);

    private VerdictSamples() {}

    static CommandContext analyst() {
        return People.of(Role.SCREENING_ANALYST, NORWAY);
    }

    static WholeVerdict whole(String rationale) {
        return new WholeVerdict(Disposition.TRUE_MATCH, "SAME", rationale);
    }

    static ProposeVerdict propose(CommandContext entry) {
        return command(entry, null, List.of(), OTHER_PERSON, List.of(), null, null);
    }

    static ProposeVerdict on(List<CandidateVerdict> candidates) {
        return command(analyst(), null, candidates, null, List.of(), null, null);
    }

    static ProposeVerdict paragraph8(List<IndicatorFinding> indicators, @Nullable Nationality nationality) {
        return command(analyst(), null, List.of(), OTHER_PERSON, indicators, nationality, null);
    }

    static ProposeVerdict until(LocalDate day) {
        return command(analyst(), null, List.of(), OTHER_PERSON, List.of(), null, day);
    }

    static ProposeVerdict superseding(FilingId other) {
        return command(analyst(), other, List.of(), OTHER_PERSON, List.of(), null, null);
    }

    static ProposeVerdict command(
            CommandContext entry,
            @Nullable FilingId supersedes,
            List<CandidateVerdict> candidates,
            @Nullable WholeVerdict whole,
            List<IndicatorFinding> indicators,
            @Nullable Nationality nationality,
            @Nullable LocalDate validUntil) {
        return new ProposeVerdict(
                entry,
                new VerdictScreenings(FILING, supersedes),
                candidates,
                whole,
                nationality,
                indicators,
                validUntil);
    }

    static CandidateVerdict verdict(String entry, Disposition disposition) {
        return new CandidateVerdict(entry, disposition, "OTHER_PERSON", "Another one.");
    }

    static ScreeningVerdictProposed proposed(Disposition whole, List<CandidateVerdict> candidates) {
        return new ScreeningVerdictProposed(
                NORWAY, FILING, whole, candidates, null, null, null, List.of(), "staff-screening-analyst", null, null);
    }

    static ScreeningVerdictProposed replacing() {
        return new ScreeningVerdictProposed(
                NORWAY,
                FILING,
                Disposition.FALSE_POSITIVE,
                List.of(verdict("KPi.001", Disposition.FALSE_POSITIVE)),
                null,
                null,
                null,
                List.of(),
                "staff-screening-analyst",
                OTHER_FILING,
                null);
    }

    static ScreeningVerdictProposed proposed(FilingId id, String analyst) {
        return new ScreeningVerdictProposed(
                NORWAY,
                id,
                Disposition.FALSE_POSITIVE,
                List.of(verdict("KPi.001", Disposition.FALSE_POSITIVE)),
                null,
                null,
                null,
                List.of(),
                analyst,
                null,
                null);
    }

    static ScreeningHitsRecorded found(MemberState state, @Nullable Sha256Digest list, String... entries) {
        return new ScreeningHitsRecorded(
                state,
                FILING,
                SUBJECT,
                SubjectKind.PERSON,
                Question.DESIGNATION,
                Trigger.ONBOARDING,
                Screener.STELE,
                list,
                SETTINGS,
                Arrays.stream(entries)
                        .map(entry -> new Candidate(entry, null, new BigDecimal("0.8"), true, new TreeMap<>()))
                        .toList(),
                List.of());
    }

    static ScreeningClearedWithoutHit clearedOnParagraph8() {
        return new ScreeningClearedWithoutHit(
                NORWAY,
                FILING,
                SUBJECT,
                SubjectKind.PERSON,
                Question.PARAGRAPH_8,
                Trigger.ONBOARDING,
                Screener.STELE,
                null,
                SETTINGS,
                List.of(),
                List.of());
    }
}
