package org.stele.query.page.screenings;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.CandidateVerdict;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.query.page.Options;
import org.stele.query.page.RecordField;
import org.stele.query.page.screenings.ScreeningPage.Compared;
import org.stele.query.screening.ScreeningRegister.Whole;
import org.stele.statefile.screening.Lookback;
import org.stele.statefile.screening.ScreeningReading;
import org.stele.statefile.screening.ScreeningReading.Verdict;
import org.stele.statefile.screening.ScreeningResult;
import org.stele.statefile.screening.ScreeningStep;
import org.stele.statefile.screening.Screenings;
import org.stele.web.page.Frame;
import org.stele.web.page.Messages;
import org.stele.web.page.ViewPoint;

/** Builds the page of one screening. */
final class ScreeningPresenter {

    private static final Options NO_OTHERS = new Options("with", "", List.of());

    private final Frame frame;
    private final Messages messages;
    private final ViewPoint point;
    private final Screenings all;
    private final ScreeningWords words;
    private final boolean demo;

    ScreeningPresenter(Frame frame, ViewPoint point, Screenings all, ScreeningWords words, boolean demo) {
        this.frame = frame;
        this.messages = frame.messages();
        this.point = point;
        this.all = all;
        this.words = words;
        this.demo = demo;
    }

    /** For a reader who is given a confirmed verdict's question, disposition and days. */
    ScreeningPage verdict(ScreeningReading one, Verdict verdict) {
        ScreeningFields facts = new ScreeningFields(messages, words);
        facts.text("screening.question", words.of("screening.question", one.question()));
        facts.text("screening.verdict", words.of("disposition", verdict.disposition()));
        facts.day("screening.confirmed", verdict.confirmation().recordedAt());
        if (one.reopening() != null) {
            facts.day("screening.reopened", one.reopening().recordedAt());
        }
        return page(
                one,
                "",
                "",
                facts.all(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                NO_OTHERS,
                null,
                messages.text("screenings.note.COMMITTEE"));
    }

    /** @param other the screening to compare with; null for none */
    ScreeningPage whole(Whole whole, @Nullable ScreeningReading other) {
        ScreeningReading one = ScreeningReading.of(whole.history());
        ScreeningResult result = one.result();
        ScreeningStep<ScreeningVerdictProposed> proposal = one.proposal();
        ScreeningFields facts = new ScreeningFields(messages, words);
        StepPresenter steps = new StepPresenter(messages, point, words);
        return page(
                one,
                words.of("screening.status", one.status()),
                one.reopening() == null ? "" : steps.reopened(one.reopening().event()),
                facts.subject(one, all.supersededBy().get(one.id())),
                result == null ? List.of() : new ScreeningFields(messages, words).result(result),
                result == null ? List.of() : marks(result),
                result == null ? List.of() : candidates(result, proposal == null ? null : proposal.event()),
                proposal == null ? List.of() : new ScreeningFields(messages, words).verdict(one, proposal),
                proposal == null ? List.of() : indicators(proposal.event()),
                IntStream.range(0, whole.stored().size())
                        .mapToObj(i -> steps.step(
                                whole.history().steps().get(i), whole.stored().get(i)))
                        .toList(),
                others(one, other),
                other == null ? null : compared(one, other),
                "");
    }

    private ScreeningPage page(
            ScreeningReading one,
            String status,
            String reopened,
            List<RecordField> subject,
            List<RecordField> result,
            List<RecordField> marks,
            List<ScreeningPage.Candidate> candidates,
            List<RecordField> verdict,
            List<RecordField> indicators,
            List<ScreeningPage.Step> steps,
            Options others,
            @Nullable Compared compared,
            String withheld) {
        return new ScreeningPage(
                frame,
                point,
                point.link("/screenings"),
                messages.text("screening.kicker", one.memberState().officialName()),
                status,
                reopened,
                subject,
                result,
                marks,
                candidates,
                verdict,
                indicators,
                steps,
                others,
                compared,
                withheld,
                demo);
    }

    private List<RecordField> marks(ScreeningResult result) {
        return result.marks().stream()
                .map(mark -> new RecordField(
                        words.of("screening.mark", mark),
                        messages.text("screening.mark.%s.means".formatted(mark)),
                        null))
                .toList();
    }

    private List<ScreeningPage.Candidate> candidates(
            ScreeningResult result, @Nullable ScreeningVerdictProposed proposal) {
        Map<String, CandidateVerdict> said = proposal == null
                ? Map.of()
                : proposal.candidates().stream()
                        .collect(Collectors.toMap(CandidateVerdict::entry, Function.identity(), (first, _) -> first));
        return result.candidates().stream()
                .map(candidate -> candidate(candidate, said.get(candidate.entry())))
                .toList();
    }

    private ScreeningPage.Candidate candidate(Candidate candidate, @Nullable CandidateVerdict said) {
        String match = candidate.match() == null ? "NOT_STATED" : candidate.match() ? "YES" : "NO";
        return new ScreeningPage.Candidate(
                candidate.entry(),
                candidate.score().toPlainString(),
                messages.text("screening.match." + match),
                candidate.features().entrySet().stream()
                        .map(feature ->
                                feature.getKey() + " " + feature.getValue().toPlainString())
                        .collect(joining(", ")),
                said == null ? "" : words.of("disposition", said.disposition()),
                said == null ? "" : said.reasonCode(),
                said == null ? "" : Objects.requireNonNullElse(said.rationale(), ""));
    }

    private List<RecordField> indicators(ScreeningVerdictProposed proposal) {
        return proposal.indicators().stream()
                .map(seen -> new RecordField(seen.code(), seen.evidence(), null))
                .toList();
    }

    /** The other screenings of the subject that have a result, the last first. */
    private Options others(ScreeningReading one, @Nullable ScreeningReading chosen) {
        List<ScreeningReading> comparable = one.result() == null || one.subject() == null
                ? List.of()
                : all.all().reversed().stream()
                        .filter(other -> !other.id().equals(one.id()) && all.lookback(one, other) != null)
                        .toList();
        return comparable.isEmpty()
                ? NO_OTHERS
                : Options.of(
                        "with",
                        messages.text("screening.compare.with"),
                        messages.text("screening.compare.none"),
                        comparable,
                        other -> other.id().toString(),
                        other -> messages.text(
                                "screening.compare.option",
                                words.name(other.id()),
                                words.day(Objects.requireNonNull(other.result()).recordedAt())),
                        chosen);
    }

    private @Nullable Compared compared(ScreeningReading one, ScreeningReading other) {
        Lookback lookback = all.lookback(one, other);
        if (lookback == null) {
            return null;
        }
        String changed = lookback.changed().stream()
                .map(name -> messages.text("screening.setting." + name))
                .collect(joining(", "));
        return new Compared(
                beginning(lookback.earlier()),
                beginning(lookback.later()),
                changed.isEmpty()
                        ? messages.text("screening.compare.same")
                        : messages.text("screening.compare.changed", changed),
                lookback.entries().stream().map(this::entry).toList());
    }

    private String beginning(ScreeningResult result) {
        return messages.text(
                "screening.compare.result", words.day(result.recordedAt()), words.list(result.listVersion()));
    }

    private Compared.Entry entry(Lookback.Entry entry) {
        return new Compared.Entry(
                entry.entry(),
                score(entry.earlierScore()),
                score(entry.laterScore()),
                words.of("screening.change", entry.listChange()));
    }

    private String score(@Nullable BigDecimal score) {
        return score == null ? messages.text("screening.compare.absent") : score.toPlainString();
    }
}
