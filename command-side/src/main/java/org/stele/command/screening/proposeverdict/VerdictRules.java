package org.stele.command.screening.proposeverdict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.Rejected;
import org.stele.command.rules.Codes;
import org.stele.command.rules.FreeText;
import org.stele.command.screening.proposeverdict.ProposeVerdict.WholeVerdict;
import org.stele.command.screening.proposeverdict.VerdictCase.Result;
import org.stele.command.screening.proposeverdict.VerdictCase.Stage;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.CandidateVerdict;
import org.stele.events.screening.IndicatorFinding;
import org.stele.events.screening.Nationality;
import org.stele.events.screening.Question;
import org.stele.events.screening.SubjectKind;

/** What a verdict may say; each method is one rule. */
final class VerdictRules {

    static final int MAX_INDICATORS = 50;

    /** A hundred candidates with rationales of this length fit into one event. */
    static final int MAX_CANDIDATE_RATIONALE = 2_000;

    private static final int MAX_LISTED = 10;
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");

    private VerdictRules() {}

    /** The result, if a verdict on it is possible now. */
    static Result requireDecidable(VerdictCase screening) {
        Result result = screening.result();
        if (result == null) {
            throw Rejected.lifecycle(
                    "screening-without-result", "The screening has no result yet to give a verdict on.");
        }
        if (screening.stage() == Stage.PROPOSED) {
            throw Rejected.lifecycle("verdict-already-proposed", "A verdict waits for the reviewer already.");
        }
        if (screening.stage() == Stage.CONFIRMED) {
            throw Rejected.lifecycle(
                    "verdict-already-confirmed",
                    "A verdict was confirmed, and stands until the list or the subject changes.");
        }
        // Whether paragraph 8 applies follows from nationality and income, not from a list.
        if (result.entries().isEmpty() && result.question() == Question.DESIGNATION) {
            throw Rejected.lifecycle("screening-without-hits", "The screening has no hits to give a verdict on.");
        }
        return result;
    }

    /** A result may name any version that its screener had; a verdict rests on one that is on record, or on none. */
    static void requireKnownList(Result result, Predicate<Sha256Digest> isOnRecord) {
        if (result.listVersion() != null && !isOnRecord.test(result.listVersion())) {
            throw Rejected.rule(
                    "list-version-unknown",
                    "The result is of the list version %s, which is not on record. Load it first."
                            .formatted(result.listVersion().hex()));
        }
    }

    /** A verdict on each candidate of the result, in its order; empty where it has none. */
    static List<CandidateVerdict> requireEachCandidate(ProposeVerdict command, Result result) {
        List<CandidateVerdict> verdicts = verdicts(command, result);
        Set<String> decided = new HashSet<>();
        for (int index = 0; index < verdicts.size(); index++) {
            CandidateVerdict verdict = verdicts.get(index);
            String field = "candidates[%s].entry".formatted(index);
            if (!result.entries().contains(verdict.entry())) {
                throw Rejected.rule(field, "candidate-unknown", "The result has no candidate of this entry.");
            }
            if (!decided.add(verdict.entry())) {
                throw Rejected.rule(field, "candidate-repeated", "The entry has a verdict already; give it one.");
            }
        }
        List<String> open = result.entries().stream()
                .filter(entry -> !decided.contains(entry))
                .toList();
        if (!open.isEmpty()) {
            throw Rejected.rule(
                    "candidates",
                    "candidates-undecided",
                    "Give a verdict on each candidate; %s are without: %s."
                            .formatted(
                                    open.size(),
                                    String.join(
                                            ", ",
                                            open.stream().limit(MAX_LISTED).toList())));
        }
        List<CandidateVerdict> inOrder = new ArrayList<>();
        result.entries()
                .forEach(entry -> verdicts.stream()
                        .filter(verdict -> verdict.entry().equals(entry))
                        .forEach(inOrder::add));
        return inOrder;
    }

    private static List<CandidateVerdict> verdicts(ProposeVerdict command, Result result) {
        WholeVerdict whole = command.whole();
        return whole != null && result.entries().size() == 1
                ? List.of(new CandidateVerdict(
                        result.entries().getFirst(), whole.disposition(), whole.reasonCode(), whole.rationale()))
                : command.candidates();
    }

    static void requireTexts(ProposeVerdict command) {
        WholeVerdict whole = command.whole();
        if (whole != null) {
            Codes.require("reasonCode", whole.reasonCode());
            FreeText.require("rationale", whole.rationale(), FreeText.MAX_RATIONALE);
        }
        for (int index = 0; index < command.candidates().size(); index++) {
            CandidateVerdict verdict = command.candidates().get(index);
            String field = "candidates[%s].".formatted(index);
            Codes.require(field + "reasonCode", verdict.reasonCode());
            FreeText.require(field + "rationale", verdict.rationale(), MAX_CANDIDATE_RATIONALE);
        }
        if (command.validUntil() != null
                && command.validUntil().isBefore(command.entry().today())) {
            throw Rejected.malformed(
                    "validUntil", "Expected today or a later day, got %s.".formatted(command.validUntil()));
        }
    }

    static void requireNationality(@Nullable Nationality stated, Result result) {
        if (stated == null) {
            return;
        }
        if (result.subjectKind() != SubjectKind.PERSON) {
            throw Rejected.malformed("nationality", "Leave this field out: only a person has a nationality.");
        }
        List<String> codes = Stream.of(code(stated.claimed()), code(stated.documented()), code(stated.assessed()))
                .flatMap(Optional::stream)
                .toList();
        if (codes.isEmpty()
                || !codes.stream().allMatch(code -> COUNTRY.matcher(code).matches())) {
            throw Rejected.malformed(
                    "nationality",
                    "Expected alpha-3 codes such as PRK, or XXX for none, in claimed, documented or assessed.");
        }
    }

    private static Optional<String> code(@Nullable String stated) {
        return Optional.ofNullable(stated);
    }

    static void requireIndicators(List<IndicatorFinding> indicators, Result result) {
        if (!indicators.isEmpty() && result.question() != Question.PARAGRAPH_8) {
            throw Rejected.rule(
                    "indicators",
                    "indicators-not-for-question",
                    "Indicators of IT workers say nothing on whether somebody is designated. Leave them out.");
        }
        Set<String> codes = new HashSet<>();
        for (int index = 0; index < indicators.size(); index++) {
            String field = "indicators[%s].".formatted(index);
            IndicatorFinding indicator = indicators.get(index);
            if (!Indicators.isKnown(indicator.code())) {
                throw Rejected.rule(
                        field + "code",
                        "indicator-unknown",
                        "Expected a code of the list of indicators, such as ITW-ID-01.");
            }
            if (!codes.add(indicator.code())) {
                throw Rejected.malformed(field + "code", "The indicator is stated already; state it once.");
            }
            FreeText.require(field + "evidence", indicator.evidence(), MAX_CANDIDATE_RATIONALE);
        }
    }

    /** One answer for all that cannot be superseded: another State's screenings are not told apart from none. */
    static void requireSuperseded(
            VerdictScreenings screenings, @Nullable VerdictCase superseded, MemberState owner, Result result) {
        if (screenings.supersedes() == null) {
            return;
        }
        Result before = superseded == null ? null : superseded.result();
        if (superseded == null
                || before == null
                || superseded.memberState() != owner
                || superseded.stage() != Stage.CONFIRMED
                || screenings.supersedes().equals(screenings.screening())) {
            throw Rejected.rule(
                    "supersedes",
                    "superseded-verdict-not-standing",
                    "No screening with the id %s has a verdict that stands.".formatted(screenings.supersedes()));
        }
        if (!before.subject().equals(result.subject()) || before.question() != result.question()) {
            throw Rejected.rule(
                    "supersedes",
                    "superseded-verdict-differs",
                    "The verdict is on another subject or another question: neither stands for the other.");
        }
    }

    /** Two verdicts never replace the same one, not even while one of them waits for the reviewer. */
    static void requireNotReplaced(VerdictScreenings screenings, Replacements known) {
        FilingId by = screenings.supersedes() == null ? null : known.of(screenings.supersedes());
        if (by != null && !by.equals(screenings.screening())) {
            throw Rejected.lifecycle(
                    "verdict-already-superseded",
                    "The verdict of the screening %s is replaced already, by that of the screening %s or its proposal."
                            .formatted(screenings.supersedes(), by));
        }
    }
}
