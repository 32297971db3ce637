package org.stele.query.export;

import java.time.Instant;
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
        Column.number("last_position", "Last position"),
        Column.text("note", "Note", 8).offPaper()
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
                sheet.verdict(one);
            }
        }
        return sheet.sheet.build();
    }

    private void whole(ScreeningReading one, @Nullable FilingId supersededBy) {
        ScreeningResult result = one.result();
        ScreeningStep<ScreeningVerdictProposed> proposal = one.proposal();
        Verdict verdict = one.verdict();
        boolean has = result != null;
        sheet.row(
                one.memberState().iso3(),
                one.id(),
                one.subject(),
                one.subjectKind(),
                one.question(),
                one.trigger(),
                one.status(),
                has ? at(result.recordedAt()) : null,
                has ? result.screener() : null,
                has ? stated(hex(result.listVersion())) : null,
                has ? dated(result.listVersion()) : null,
                has ? stated(result.settings().algorithm()) : null,
                has ? stated(result.settings().version()) : null,
                has ? stated(result.settings().threshold()) : null,
                has ? stated(result.settings().cutoff()) : null,
                has ? stated(result.settings().limit()) : null,
                has ? stated(hex(result.settings().weights())) : null,
                has ? result.candidates().size() : null,
                has ? entries(result) : null,
                has ? result.marks().stream().map(Enum::name).collect(Collectors.joining(" ")) : null,
                verdict != null ? verdict.disposition() : proposal == null ? null : proposal.event().disposition(),
                proposal == null ? null : reasons(proposal.event()),
                proposal == null ? null : proposal.event().analyst(),
                proposal == null ? null : at(proposal.recordedAt()),
                verdict == null ? null : verdict.confirmation().event().reviewer(),
                verdict == null ? null : NewYork.dayOf(verdict.confirmation().recordedAt()),
                verdict == null ? null : at(verdict.confirmation().recordedAt()),
                proposal == null ? null : proposal.event().validUntil(),
                proposal == null ? null : proposal.event().supersedes(),
                supersededBy,
                one.reopening() == null ? null : NewYork.dayOf(one.reopening().recordedAt()),
                one.reopening() == null ? null : reopened(one),
                one.history().firstPosition(),
                one.history().lastPosition(),
                null);
    }

    /** What the Committee is given of a confirmed verdict; the rest is marked as withheld. */
    private void verdict(ScreeningReading one) {
        Object[] cells = new Object[COLUMNS.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = COLUMNS[i].kind() == Column.Kind.TEXT ? WITHHELD : "";
        }
        Verdict verdict = Objects.requireNonNull(one.verdict());
        set(cells, "iso3", one.memberState().iso3());
        set(cells, "screening", one.id());
        set(cells, "question", String.valueOf(one.question()));
        set(cells, "disposition", verdict.disposition());
        set(cells, "confirmed_on", NewYork.dayOf(verdict.confirmation().recordedAt()));
        if (one.reopening() != null) {
            set(cells, "reopened_on", NewYork.dayOf(one.reopening().recordedAt()));
        }
        sheet.row(cells);
    }

    private static void set(Object[] cells, String name, Object value) {
        for (int i = 0; i < cells.length; i++) {
            if (COLUMNS[i].name().equals(name)) {
                cells[i] = value;
            }
        }
    }

    private static String at(Instant instant) {
        return RecordedAt.text(instant);
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

    private static String reopened(ScreeningReading one) {
        ScreeningReopened reopening = Objects.requireNonNull(one.reopening()).event();
        return reopening.entries().isEmpty()
                ? reopening.cause().name()
                : reopening.cause() + " " + String.join(" ", reopening.entries());
    }
}
