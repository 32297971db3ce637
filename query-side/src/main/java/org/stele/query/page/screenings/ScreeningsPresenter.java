package org.stele.query.page.screenings;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.Audience;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.Question;
import org.stele.query.page.ExportLinks;
import org.stele.query.page.Listing;
import org.stele.query.page.Options;
import org.stele.query.page.ViewForm;
import org.stele.query.page.ViewRequest;
import org.stele.query.page.screenings.ScreeningsPage.Row;
import org.stele.query.page.screenings.ScreeningsPage.Tab;
import org.stele.query.screening.ScreeningQuery;
import org.stele.statefile.screening.DueForScreening;
import org.stele.statefile.screening.Pairing;
import org.stele.statefile.screening.ScreeningLens;
import org.stele.statefile.screening.ScreeningReading;
import org.stele.statefile.screening.ScreeningReading.Verdict;
import org.stele.statefile.screening.ScreeningResult;
import org.stele.statefile.screening.ScreeningStatus;
import org.stele.statefile.screening.Screenings;
import org.stele.web.page.Frame;
import org.stele.web.page.Messages;
import org.stele.web.page.ViewPoint;

/** Builds the pages of lists: of screenings, of subjects that are due for re-screening, and of pairings. */
final class ScreeningsPresenter {

    /** The lists, by their addresses. */
    enum Kind {
        LIST("/screenings"),
        DUE("/screenings/due"),
        PAIRINGS("/screenings/pairings");

        private final String path;

        Kind(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }

        String words(String what) {
            return "screenings.%s.%s".formatted(name(), what);
        }
    }

    private final Kind kind;
    private final Frame frame;
    private final Messages messages;
    private final ViewPoint point;
    private final long ledgerHead;
    private final ScreeningQuery query;
    private final Screenings screenings;
    private final ScreeningWords words;

    ScreeningsPresenter(Kind kind, Frame frame, ViewRequest asked, ScreeningQuery query, Screenings screenings) {
        this.kind = kind;
        this.frame = frame;
        this.messages = frame.messages();
        this.point = asked.point();
        this.ledgerHead = asked.ledgerHead();
        this.query = query;
        this.screenings = screenings;
        this.words = new ScreeningWords(messages, point, screenings.lists());
    }

    /** @param unread positions of events that cannot be read, as far as the reader is told of them */
    ScreeningsPage draw(int from, boolean isIncomplete, List<Long> unread, boolean demo) {
        return new ScreeningsPage(
                frame,
                messages.text(kind.words("lead")),
                Stream.of(Kind.values())
                        .map(each -> new Tab(messages.text(each.words("tab")), point.link(each.path()), each == kind))
                        .toList(),
                new ViewForm(kind.path(), messages.text("screenings.form"), point, ledgerHead, choices(), List.of()),
                note(),
                isIncomplete ? messages.text("screenings.unread", unread.size(), unread.toString()) : "",
                columns(),
                rows(from),
                kind == Kind.LIST ? ExportLinks.of("export.list", point, "/api/v1/screenings", stated()) : null,
                demo);
    }

    private List<Options> choices() {
        List<Options> choices = new ArrayList<>();
        choices.add(Options.states(
                ScreeningQuery.STATE,
                messages.text("filter.state"),
                messages.text("filter.all"),
                query.filter().state()));
        // The Committee is not told of statuses.
        if (kind == Kind.LIST && point.audience().kind() != Audience.Kind.COMMITTEE) {
            choices.add(Options.of(
                    ScreeningQuery.STATUS,
                    messages.text("screening.status"),
                    messages.text("filter.any"),
                    List.of(ScreeningStatus.values()),
                    ScreeningStatus::name,
                    status -> words.of("screening.status", status),
                    query.filter().status()));
        }
        if (kind == Kind.LIST) {
            choices.add(Options.of(
                    ScreeningQuery.QUESTION,
                    messages.text("screening.question"),
                    messages.text("filter.both"),
                    List.of(Question.values()),
                    Question::name,
                    question -> words.of("screening.question", question),
                    query.filter().question()));
        }
        return choices;
    }

    private String note() {
        Audience audience = point.audience();
        return switch (audience.kind()) {
            case AUDIT, CUSTODY -> "";
            case STATE -> messages.text("screenings.note.STATE");
            case COMMITTEE -> messages.text("screenings.note.COMMITTEE");
            case PUBLIC, MSMT -> messages.text("screenings.note.NOTHING");
        };
    }

    private List<String> columns() {
        List<String> keys = switch (kind) {
            case LIST -> List.of("question", "status", "list", "candidates", "verdict");
            case DUE -> List.of("subject", "screened", "list", "added");
            case PAIRINGS -> List.of("subject", "entry", "reason", "confirmed", "valid");
        };
        return Stream.concat(Stream.of("name.column"), keys.stream())
                .map(key -> messages.text("screening." + key))
                .toList();
    }

    private Listing<Row> rows(int from) {
        return switch (kind) {
            case LIST -> listing(query.in(screenings).reversed(), from, this::row);
            case DUE ->
                listing(
                        screenings.due().stream()
                                .filter(due -> query.asksFor(due.memberState()))
                                .toList(),
                        from,
                        this::row);
            case PAIRINGS ->
                listing(
                        screenings.pairings().stream()
                                .filter(pairing -> query.asksFor(pairing.memberState()))
                                .toList(),
                        from,
                        this::row);
        };
    }

    private <T> Listing<Row> listing(List<T> all, int from, Function<T, Row> row) {
        return Listing.of(all, from, this::address).map(row);
    }

    private Row row(ScreeningReading one) {
        boolean isWhole = screenings.lens(one) == ScreeningLens.WHOLE;
        return new Row(
                words.name(one.id()),
                words.link(one.id()),
                one.memberState().officialName(),
                List.of(
                        words.of("screening.question", one.question()),
                        isWhole ? words.of("screening.status", one.status()) : messages.text("kept"),
                        isWhole ? searched(one.result()) : messages.text("kept"),
                        isWhole ? candidates(one.result()) : messages.text("kept"),
                        verdict(one)));
    }

    private String searched(@Nullable ScreeningResult result) {
        return result == null ? "" : words.list(result.listVersion());
    }

    private String candidates(@Nullable ScreeningResult result) {
        if (result == null) {
            return "";
        }
        String best = result.candidates().stream()
                .map(Candidate::score)
                .max(BigDecimal::compareTo)
                .map(BigDecimal::toPlainString)
                .orElse("");
        return messages.text("screening.candidates.count", result.candidates().size(), best);
    }

    private String verdict(ScreeningReading one) {
        Verdict verdict = one.verdict();
        if (verdict == null) {
            return "";
        }
        String day = words.day(verdict.confirmation().recordedAt());
        String disposition = words.of("disposition", verdict.disposition());
        return one.reopening() == null
                ? messages.text("screening.verdict.on", disposition, day)
                : messages.text(
                        "screening.verdict.reopened",
                        disposition,
                        day,
                        words.day(one.reopening().recordedAt()));
    }

    private Row row(DueForScreening due) {
        return new Row(
                words.name(due.screening()),
                words.link(due.screening()),
                due.memberState().officialName(),
                List.of(
                        messages.text(
                                "screening.subject.of",
                                words.of("subject", due.subjectKind()),
                                words.subject(due.subject())),
                        words.day(due.screenedAt()),
                        words.list(due.screenedAgainst()),
                        due.added().stream().collect(joining(", "))));
    }

    private Row row(Pairing pairing) {
        return new Row(
                words.name(pairing.screening()),
                words.link(pairing.screening()),
                pairing.memberState().officialName(),
                List.of(
                        words.subject(pairing.subject()),
                        pairing.entry(),
                        Objects.requireNonNullElse(pairing.reasonCode(), ""),
                        words.day(pairing.confirmedAt()),
                        pairing.validUntil() == null ? "" : messages.date(pairing.validUntil())));
    }

    private String address(int from) {
        return point.link(
                kind.path(),
                Stream.concat(Stream.of(stated()), Stream.of(Listing.FROM, Integer.toString(from)))
                        .toArray(String[]::new));
    }

    /** The choices, as names and values in turn. */
    private String[] stated() {
        return new String[] {
            ScreeningQuery.STATE,
            query.filter().state() == null ? "" : query.filter().state().iso3(),
            ScreeningQuery.STATUS,
            query.filter().status() == null ? "" : query.filter().status().name(),
            ScreeningQuery.QUESTION,
            query.filter().question() == null ? "" : query.filter().question().name()
        };
    }
}
