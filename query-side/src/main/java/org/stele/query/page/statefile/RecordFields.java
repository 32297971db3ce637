package org.stele.query.page.statefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stele.events.Baseline;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.Figures;
import org.stele.query.lens.SeenPositions;
import org.stele.query.page.EventLinks;
import org.stele.query.page.RecordField;
import org.stele.statefile.discrepancy.Discrepancy;
import org.stele.web.page.Messages;

/** The fields of one record while they are collected, without values that were not stated. */
final class RecordFields {

    private final Messages messages;
    private final EventLinks links;
    private final SeenPositions positions;
    private final List<RecordField> all = new ArrayList<>();

    RecordFields(Messages messages, EventLinks links, SeenPositions positions) {
        this.messages = messages;
        this.links = links;
        this.positions = positions;
    }

    List<RecordField> all() {
        return all;
    }

    void text(String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            all.add(RecordField.of(messages.text(key), value));
        }
    }

    void linked(String key, String value, String link) {
        all.add(new RecordField(messages.text(key), value, link));
    }

    /** A text that is kept from the reader where it is null. */
    void words(String key, @Nullable String value) {
        text(key, value == null ? messages.text("kept") : value);
    }

    void day(String key, PartialDate day) {
        text(key, messages.date(day));
    }

    void dayIfStated(String key, @Nullable PartialDate day) {
        text(key, day == null ? null : messages.date(day));
    }

    void day(String key, LocalDate day) {
        text(key, messages.date(day));
    }

    void count(String key, @Nullable PersonsCount count) {
        text(key, count == null ? null : messages.number(count.value()));
    }

    void figures(String key, @Nullable Figures figures, AttestationContent of) {
        if (figures == null) {
            return;
        }
        List<String> parts = new ArrayList<>();
        if (figures.baseline() != null) {
            parts.add(messages.text("figures.baseline", baseline(figures.baseline())));
        }
        if (figures.repatriated() != null) {
            parts.add(messages.text("figures.repatriated", figures.repatriated().value()));
        }
        if (figures.remaining() != null) {
            parts.add(messages.text("figures.remaining", figures.remaining().value()));
        }
        if (figures.remainingAsOf() != null) {
            parts.add(messages.text("state.as-of", messages.date(figures.remainingAsOf())));
        }
        String stated = String.join(", ", parts);
        text(key, of.figuresDerived() ? messages.text("derived.figures", stated) : stated);
    }

    String baseline(Baseline baseline) {
        String persons = baseline.count() == null
                ? messages.text("none-stated")
                : messages.number(baseline.count().value());
        return baseline.basis() == null
                ? persons
                : "%s (%s)".formatted(persons, messages.text("state.basis." + baseline.basis()));
    }

    void source(@Nullable SourceReference source) {
        if (source == null) {
            return;
        }
        String address = source.address();
        String title = source.title() != null ? source.title() : address;
        if (title != null) {
            String sure = source.confidence() == null
                    ? ""
                    : " (" + messages.text("state.filing.confidence", source.confidence()) + ")";
            all.add(new RecordField(messages.text("state.filing.source"), title + sure, webAddress(address)));
        }
        text("state.filing.source-says", source.summary());
    }

    /** When it was recorded, and where; nothing of an event that the reader does not see whole. */
    void recorded(FilingId filing, LocalDate day, long position) {
        Long seen = positions.of(filing, position);
        if (seen != null) {
            String value = messages.text("state.filing.recorded-as", messages.date(day), seen);
            all.add(new RecordField(messages.text("state.filing.recorded"), value, links.of(seen)));
        }
    }

    /** The entry that a filing began with; nothing where the reader does not see it whole. */
    void filing(String key, Discrepancy.Filing filing) {
        Long seen = positions.of(filing.id(), filing.position());
        if (seen != null) {
            all.add(new RecordField(messages.text(key), messages.text("entry", seen), links.of(seen)));
        }
    }

    /** Only a web address becomes a link: a typed text could be a script. */
    private static @Nullable String webAddress(@Nullable String address) {
        if (address == null) {
            return null;
        }
        String start = address.toLowerCase(Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://") ? address : null;
    }
}
