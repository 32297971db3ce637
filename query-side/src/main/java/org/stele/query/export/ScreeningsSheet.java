package org.stele.query.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.NewYork;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.query.export.file.Cell;
import org.stele.query.export.file.Column;
import org.stele.query.export.file.Sheet;
import org.stele.statefile.screening.ListVersion;
import org.stele.statefile.screening.ListVersions;
import org.stele.statefile.screening.ScreeningLens;
import org.stele.statefile.screening.ScreeningReading;
import org.stele.statefile.screening.ScreeningReading.Verdict;
import org.stele.statefile.screening.ScreeningResult;
import org.stele.statefile.screening.ScreeningStep;
import org.stele.statefile.screening.Screenings;
import org.stele.web.text.RecordedAt;

/** Who checked what, with which list and settings, when, and who agreed: one screening a row. */
final class ScreeningsSheet {

    private static final String NOT_STATED = "NOT_STATED";
    private static final String WITHHELD = "withheld";

    private static final Column[] COLUMNS = {
        Column.text("iso3", "Code", 4),
        Column.text("screening", "Screening", 13),
        Column.text("subject", "Subject", 13),
        Column.text("subject_kind", "Kind", 7),
        Column.text("question", "Question", 11),
        Column.text("trigger", "Why", 10),
        Column.text("status", "Status", 10),
        Column.text("screened_at", "Screened at", 11),
        Column.text("screener", "Screener", 8),
        Column.text("list_version", "List version", 12),
        Column.text("list_generated", "List dated", 10),
        Column.text("algorithm", "Algorithm", 9),
        Column.text("version", "Version", 9),
        Column.text("threshold", "Threshold", 7),
        Column.text("cutoff", "Cutoff", 7).offPaper(),
        Column.text("limit", "Limit", 7).offPaper(),
        Column.text("weights", "Weights", 12).offPaper(),
        Column.number("candidates", "Candidates"),
        Column.text("entries", "Entries and scores", 16),
        Column.text("marks", "Marks", 10),
        Column.text("disposition", "Verdict", 10),
        Column.text("reasons", "Reasons", 12),
        Column.text("proposed_by", "Proposed by", 9),
        Column.text("proposed_at", "Proposed at", 11).offPaper(),
        Column.text("confirmed_by", "Agreed by", 9),
        Column.date("confirmed_on", "Agreed on"),
        Column.text("confirmed_at", "Agreed at", 11).offPaper(),
        Column.date("valid_until", "Valid until"),
        Column.text("supersedes", "Supersedes", 12).offPaper(),
        Column.text("superseded_by", "Superseded by", 12).offPaper(),
        Column.date("reopened_on", "Reopened on"),
        Column.text("reopened_for", "Reopened for", 10),
        Column.number("first_position", "First position").offPaper(),
        Column.number("last_position", "Last position")
    };

    private final Sheet.Builder sheet = Sheet.of("Screenings", COLUMNS);
    private final ListVersions lists;

    private ScreeningsSheet(ListVersions lists) {
        this.lists = lists;
    }

    /** @param asked some of the screenings */
    static Sheet of(Screenings screenings, List<ScreeningReading> asked) {
        ScreeningsSheet sheet = new ScreeningsSheet(screenings.lists());
        Map<FilingId, FilingId> supersededBy = screenings.supersededBy();
        for (ScreeningReading one : asked) {
            if (screenings.lens(one) == ScreeningLens.WHOLE) {
                sheet.whole(one, supersededBy.get(one.id()));
            } else {
                sheet.committee(one);
            }
        }
        return sheet.sheet.build();
    }

    private void whole(ScreeningReading one, @Nullable FilingId supersededBy) {
        Map<String, @Nullable Object> cells = new HashMap<>();
        cells.put("iso3", one.memberState().iso3());
        cells.put("screening", one.id());
        cells.put("subject", one.subject());
        cells.put("subject_kind", one.subjectKind());
        cells.put("question", one.question());
        cells.put("trigger", one.trigger());
        cells.put("status", one.status());
        cells.put("superseded_by", supersededBy);
        cells.put("first_position", one.history().firstPosition());
        cells.put("last_position", one.history().lastPosition());
        if (one.result() != null) {
            result(cells, one.result());
        }
        if (one.proposal() != null) {
            proposal(cells, one.proposal());
        }
        if (one.verdict() != null) {
            verdict(cells, one.verdict());
        }
        if (one.reopening() != null) {
            cells.put("reopened_on", day(one.reopening().recordedAt()));
            cells.put("reopened_for", reopened(one.reopening().event()));
        }
        row(cells, null);
    }

    private void result(Map<String, @Nullable Object> cells, ScreeningResult result) {
        cells.put("screened_at", RecordedAt.text(result.recordedAt()));
        cells.put("screener", result.screener());
        cells.put("list_version", stated(hex(result.listVersion())));
        cells.put("list_generated", dated(result.listVersion()));
        cells.put("algorithm", stated(result.settings().algorithm()));
        cells.put("version", stated(result.settings().version()));
        cells.put("threshold", stated(result.settings().threshold()));
        cells.put("cutoff", stated(result.settings().cutoff()));
        cells.put("limit", stated(result.settings().limit()));
        cells.put("weights", stated(hex(result.settings().weights())));
        cells.put("candidates", result.candidates().size());
        cells.put("entries", entries(result));
        cells.put("marks", result.marks().stream().map(Enum::name).collect(Collectors.joining(" ")));
    }

    private static void proposal(
            Map<String, @Nullable Object> cells, ScreeningStep<ScreeningVerdictProposed> proposal) {
        cells.put("disposition", proposal.event().disposition());
        cells.put("reasons", reasons(proposal.event()));
        cells.put("proposed_by", proposal.event().analyst());
        cells.put("proposed_at", RecordedAt.text(proposal.recordedAt()));
        cells.put("valid_until", proposal.event().validUntil());
        cells.put("supersedes", proposal.event().supersedes());
    }

    private static void verdict(Map<String, @Nullable Object> cells, Verdict verdict) {
        cells.put("disposition", verdict.disposition());
        cells.put("confirmed_by", verdict.confirmation().event().reviewer());
        cells.put("confirmed_on", day(verdict.confirmation().recordedAt()));
        cells.put("confirmed_at", RecordedAt.text(verdict.confirmation().recordedAt()));
    }

    /** What the Committee is given of a confirmed verdict; the rest is marked as withheld. */
    private void committee(ScreeningReading one) {
        Verdict verdict = Objects.requireNonNull(one.verdict());
        Map<String, @Nullable Object> cells = new HashMap<>();
        cells.put("iso3", one.memberState().iso3());
        cells.put("screening", one.id());
        cells.put("question", one.question());
        cells.put("disposition", verdict.disposition());
        cells.put("confirmed_on", day(verdict.confirmation().recordedAt()));
        cells.put(
                "reopened_on",
                one.reopening() == null ? null : day(one.reopening().recordedAt()));
        row(cells, WITHHELD);
    }

    /** @param otherwise what stands in a column of texts that has no cell; null for nothing */
    private void row(Map<String, @Nullable Object> cells, @Nullable String otherwise) {
        sheet.row(Arrays.stream(COLUMNS)
                .map(column -> Cell.of(
                        column.kind() == Column.Kind.TEXT && !cells.containsKey(column.name())
                                ? otherwise
                                : cells.get(column.name())))
                .toArray());
    }

    private static LocalDate day(Instant instant) {
        return NewYork.dayOf(instant);
    }

    private static String stated(@Nullable Object value) {
        return value == null ? NOT_STATED : value.toString();
    }

    private static @Nullable String hex(@Nullable Sha256Digest digest) {
        return digest == null ? null : digest.hex();
    }

    private @Nullable String dated(@Nullable Sha256Digest version) {
        return version == null
                ? null
                : lists.find(version).map(ListVersion::dateGenerated).orElse("not loaded here");
    }

    private static String entries(ScreeningResult result) {
        return result.candidates().stream().map(ScreeningsSheet::entry).collect(Collectors.joining(" "));
    }

    private static String entry(Candidate candidate) {
        return candidate.entry() + "=" + candidate.score().toPlainString();
    }

    private static String reasons(ScreeningVerdictProposed proposal) {
        return proposal.candidates().isEmpty()
                ? Objects.toString(proposal.reasonCode(), "")
                : proposal.candidates().stream()
                        .map(word -> word.entry() + "=" + word.disposition() + "/" + word.reasonCode())
                        .collect(Collectors.joining(" "));
    }

    private static String reopened(ScreeningReopened reopening) {
        return reopening.entries().isEmpty()
                ? reopening.cause().name()
                : reopening.cause() + " " + String.join(" ", reopening.entries());
    }
}
