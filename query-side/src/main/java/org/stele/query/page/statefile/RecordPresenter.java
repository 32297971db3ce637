package org.stele.query.page.statefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.events.Baseline;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.Figures;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.BaselineVersion;
import org.stele.statefile.ClaimReading;
import org.stele.statefile.Evidence;
import org.stele.statefile.NoticeVersion;
import org.stele.statefile.Publication;
import org.stele.statefile.inview.SubmittedFiling;
import org.stele.web.page.Messages;
import org.stele.web.page.ViewPoint;

/** Presents the records of one State, without values that were not stated. */
final class RecordPresenter {

    /** Grounds that could put a person in danger; shown only to the filing State and the custodian. */
    private static final Set<String> PROTECTED = Set.of("REFUGEE_LAW", "HUMAN_RIGHTS_LAW");

    private final Messages messages;
    private final ViewPoint point;
    private final MemberState state;

    RecordPresenter(Messages messages, ViewPoint point, MemberState state) {
        this.messages = messages;
        this.point = point;
        this.state = state;
    }

    RecordCard filing(AttestationReading filing) {
        AttestationContent content = filing.content();
        Facts facts = new Facts();
        facts.day("state.filing.received", filing.received());
        facts.text("state.filing.reference", filing.version().reference());
        facts.text("state.filing.period", period(content.periodFrom(), content.periodTo()));
        facts.figures("state.workers", content.workers(), content);
        facts.figures("state.attaches", content.attaches(), content);
        facts.figures("state.dependants", content.dependants(), content);
        facts.text("state.filing.explanation", content.explanation());
        facts.text("state.filing.data-limit", content.dataLimit());
        facts.text("state.filing.summary", content.summary());
        facts.source(filing.version().source());
        facts.recorded(filing.version().recordedOn(), filing.version().position());
        return new RecordCard(obligation(filing.obligation().id()), filingTags(filing), facts.all);
    }

    /** What is shown of a filing that is withheld from the reader: that it exists, and since when. */
    RecordCard withheld(AttestationReading filing) {
        Facts facts = new Facts();
        facts.day("state.filing.received", filing.received());
        facts.recorded(filing.version().recordedOn(), filing.version().position());
        String version = messages.text("state.filing.version", filing.version().number());
        return new RecordCard(
                obligation(filing.obligation().id()),
                List.of(version, messages.text("state.filing.withheld")),
                facts.all);
    }

    private List<String> filingTags(AttestationReading filing) {
        List<String> tags = new ArrayList<>();
        tags.add(messages.text("state.filing.version", filing.version().number()));
        AttestationContent content = filing.content();
        addIf(tags, content.declaredNil(), "state.filing.nil");
        addIf(tags, content.assertsMoreThanHalf(), "state.filing.more-than-half");
        addIf(tags, content.figuresDerived(), "state.filing.derived");
        List<Publication> publications = filing.attestation().publications();
        boolean withheld =
                !publications.isEmpty() && publications.getLast().kind() == Publication.Kind.WITHHELD_AT_REQUEST;
        addIf(tags, withheld, "state.filing.withheld");
        return tags;
    }

    RecordCard claim(ClaimReading claim) {
        boolean hidden = claim.ground() == null || PROTECTED.contains(claim.ground());
        Facts facts = new Facts();
        facts.text("state.claim.ground", messages.text("ground." + (hidden ? "PROTECTED" : claim.ground())));
        facts.text("state.claim.persons", count(claim.count()));
        facts.day("state.claim.claimed", claim.claimed());
        facts.text("state.claim.effective", messages.date(claim.effectiveDay()));
        facts.text("state.filing.summary", hidden ? null : claim.summary());
        facts.source(hidden ? null : claim.source());
        facts.recorded(claim.recordedOn(), claim.position());
        List<String> tags = new ArrayList<>();
        addIf(tags, claim.disputed(), "state.claim.disputed");
        addIf(tags, claim.upheld(), "state.claim.upheld");
        return new RecordCard(claimKind(claim), tags, facts.all);
    }

    RecordCard evidence(Evidence evidence) {
        Facts facts = new Facts();
        facts.text("state.evidence.statement", evidence.statement());
        facts.text("state.evidence.figure", count(evidence.figure()));
        facts.day("state.evidence.as-of", evidence.asOf());
        facts.day("state.evidence.received", evidence.received());
        facts.source(evidence.source());
        facts.recorded(evidence.recordedOn(), evidence.position());
        List<String> tags = new ArrayList<>();
        addIf(tags, evidence.contests(), "state.evidence.contests");
        return new RecordCard(evidenceKind(evidence), tags, facts.all);
    }

    RecordCard notice(NoticeVersion notice) {
        Facts facts = new Facts();
        facts.text("state.claim.persons", count(notice.count()));
        facts.text("state.notice.outcome", messages.text("outcome." + notice.outcome()));
        facts.day("state.notice.departed", notice.departed());
        facts.day("state.filing.received", notice.received());
        facts.recorded(notice.recordedOn(), notice.position());
        String heading = messages.text("state.notice", messages.text("category." + notice.category()));
        return new RecordCard(heading, List.of(messages.text("state.filing.version", notice.number())), facts.all);
    }

    RecordCard baseline(BaselineVersion baseline) {
        Facts facts = new Facts();
        facts.text("state.figure.baseline", words(baseline.baseline()));
        facts.day("state.evidence.as-of", baseline.asOf());
        facts.day("state.filing.received", baseline.received());
        facts.recorded(baseline.recordedOn(), baseline.position());
        String heading = messages.text("state.baseline", messages.text("category." + baseline.category()));
        return new RecordCard(heading, List.of(), facts.all);
    }

    RecordCard submitted(SubmittedFiling filing) {
        LocalDate submittedOn = filing.submittedOn();
        String on = submittedOn == null ? "" : messages.text("state.submitted.on", messages.date(submittedOn));
        String version = messages.text("state.filing.version", filing.version());
        return new RecordCard(obligation(filing.obligation().id()), List.of(version, on), List.of());
    }

    String obligation(String id) {
        String key = "obligation." + id;
        return messages.has(key) ? messages.text(key) : id;
    }

    String claimKind(ClaimReading claim) {
        return messages.text(claim.isExemption() ? "state.claim.EXEMPTION" : "state.claim.SCOPE");
    }

    String evidenceKind(Evidence evidence) {
        return messages.text("evidence." + evidence.kind());
    }

    /** The address of one event of the ledger, alone on its page. */
    String link(long position) {
        return point.link("/events", "state", state.iso3(), "after", Long.toString(position - 1), "limit", "1");
    }

    private @Nullable String period(@Nullable PartialDate from, @Nullable PartialDate to) {
        if (from != null && to != null) {
            return messages.text("day.from-to", messages.date(from), messages.date(to));
        }
        if (from != null) {
            return messages.text("day.from", messages.date(from));
        }
        return to == null ? null : messages.text("day.to", messages.date(to));
    }

    private @Nullable String count(@Nullable PersonsCount count) {
        return count == null ? null : messages.number(count.value());
    }

    private String words(Baseline baseline) {
        String persons = baseline.count() == null
                ? messages.text("none-stated")
                : messages.number(baseline.count().value());
        return baseline.basis() == null
                ? persons
                : "%s (%s)".formatted(persons, messages.text("state.basis." + baseline.basis()));
    }

    private void addIf(List<String> tags, boolean holds, String key) {
        if (holds) {
            tags.add(messages.text(key));
        }
    }

    /** Collects the fields of one record. */
    private final class Facts {

        private final List<RecordField> all = new ArrayList<>();

        void text(String key, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                all.add(RecordField.of(messages.text(key), value));
            }
        }

        void day(String key, PartialDate day) {
            text(key, messages.date(day));
        }

        void figures(String key, @Nullable Figures figures, AttestationContent of) {
            if (figures == null) {
                return;
            }
            List<String> parts = new ArrayList<>();
            if (figures.baseline() != null) {
                parts.add(messages.text("figures.baseline", words(figures.baseline())));
            }
            if (figures.repatriated() != null) {
                parts.add(messages.text(
                        "figures.repatriated", figures.repatriated().value()));
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
        }

        void recorded(LocalDate day, long position) {
            String value = messages.text("state.filing.recorded-as", messages.date(day), position);
            all.add(new RecordField(messages.text("state.filing.recorded"), value, link(position)));
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
}
