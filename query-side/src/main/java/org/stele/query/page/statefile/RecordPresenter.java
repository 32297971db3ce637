package org.stele.query.page.statefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.CommitteeDocument;
import org.stele.events.repatriation.Mode;
import org.stele.query.lens.SeenPositions;
import org.stele.query.page.EventLinks;
import org.stele.statefile.ArrivalVersion;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.BaselineVersion;
import org.stele.statefile.ClaimReading;
import org.stele.statefile.Days;
import org.stele.statefile.Evidence;
import org.stele.statefile.NoticeVersion;
import org.stele.statefile.OmittedEntry;
import org.stele.statefile.PriorContracts;
import org.stele.statefile.WorkApproval;
import org.stele.statefile.inview.SubmittedFiling;
import org.stele.web.page.Messages;

/** Presents the records of one State, without values that were not stated. */
final class RecordPresenter {

    private final Messages messages;
    private final LocalDate knownOn;
    private final EventLinks links;
    private final SeenPositions positions;
    private final Set<Long> closed;

    /** @param closed positions of events of whose references to persons some cannot be read */
    RecordPresenter(Messages messages, LocalDate knownOn, EventLinks links, SeenPositions positions, Set<Long> closed) {
        this.closed = closed;
        this.messages = messages;
        this.knownOn = knownOn;
        this.links = links;
        this.positions = positions;
    }

    RecordFields fields() {
        return new RecordFields(messages, links, positions);
    }

    /** Of a filing that the reader does not see whole: that it exists, when it came, and what became of its text. */
    RecordCard filing(AttestationReading filing) {
        RecordFields facts = fields();
        facts.day("state.filing.received", filing.received());
        if (filing.isEnveloped()) {
            facts.text("state.filing.content", messages.text("kept"));
        } else {
            content(facts, filing);
        }
        return new RecordCard(obligation(filing.obligation().id()), filingTags(filing), facts.all());
    }

    private void content(RecordFields facts, AttestationReading filing) {
        AttestationContent content = filing.content();
        facts.text("state.filing.reference", filing.version().reference());
        document(facts, filing.version().committeeDocument());
        facts.text("state.filing.period", period(content.periodFrom(), content.periodTo()));
        facts.figures("state.workers", content.workers(), content);
        facts.figures("state.attaches", content.attaches(), content);
        facts.figures("state.dependants", content.dependants(), content);
        facts.text("state.filing.explanation", content.explanation());
        facts.text("state.filing.data-limit", content.dataLimit());
        facts.text("state.filing.summary", content.summary());
        facts.source(filing.version().source());
        facts.recorded(
                filing.id(), filing.version().recordedOn(), filing.version().position());
    }

    private static void document(RecordFields facts, @Nullable CommitteeDocument document) {
        if (document != null) {
            facts.text("state.document.symbol", document.symbol());
            facts.text("state.document.follows." + document.kind(), document.follows());
            facts.dayIfStated("state.document.dated", document.dated());
            facts.dayIfStated("state.document.submitted", document.submitted());
            facts.dayIfStated("state.document.on-page", document.onPage());
            facts.dayIfStated("state.document.reissued", document.reissued());
        }
    }

    private List<String> filingTags(AttestationReading filing) {
        List<String> tags = new ArrayList<>();
        tags.add(messages.text("state.filing.version", filing.version().number()));
        AttestationContent content = filing.content();
        addIf(tags, content.declaredNil(), "state.filing.nil");
        addIf(tags, content.assertsMoreThanHalf(), "state.filing.more-than-half");
        addIf(tags, content.figuresDerived(), "state.filing.derived");
        boolean isAccepted = filing.attestation().acceptances().stream()
                .anyMatch(acceptance -> Days.isBy(acceptance.acceptedOn(), knownOn));
        addIf(tags, isAccepted, "state.filing.accepted");
        tags.add(messages.text("publication." + filing.attestation().publicationOn(knownOn)));
        return tags;
    }

    RecordCard claim(ClaimReading claim) {
        RecordFields facts = fields();
        facts.text("state.claim.ground", messages.text("ground." + ground(claim)));
        facts.text("state.claim.persons", claim.banded() ? messages.text("band") : count(claim.count()));
        facts.day("state.claim.claimed", claim.claimed());
        facts.day("state.claim.effective", claim.effectiveDay());
        facts.text("state.filing.summary", claim.summary());
        facts.source(claim.source());
        facts.recorded(claim.id(), claim.recordedOn(), claim.position());
        List<String> tags = new ArrayList<>();
        addIf(tags, claim.disputed(), "state.claim.disputed");
        addIf(tags, claim.upheld(), "state.claim.upheld");
        return new RecordCard(claimKind(claim), tags, facts.all());
    }

    /** A protected ground is sealed since the second version of its event, also for the filing State's pages. */
    private static String ground(ClaimReading claim) {
        if (claim.ground() != null) {
            return claim.ground();
        }
        return claim.isProtected() ? "PROTECTED" : "KEPT";
    }

    RecordCard evidence(Evidence evidence) {
        RecordFields facts = fields();
        facts.text("state.evidence.statement", evidence.statement());
        facts.text("state.evidence.figure", count(evidence.figure()));
        facts.day("state.evidence.as-of", evidence.asOf());
        facts.day("state.evidence.received", evidence.received());
        facts.source(evidence.source());
        facts.recorded(evidence.id(), evidence.recordedOn(), evidence.position());
        List<String> tags = new ArrayList<>();
        addIf(tags, evidence.confidential(), "state.evidence.confidential");
        addIf(tags, evidence.contests(), "state.evidence.contests");
        return new RecordCard(evidenceKind(evidence), tags, facts.all());
    }

    RecordCard notice(NoticeVersion notice) {
        RecordFields facts = fields();
        facts.text("state.claim.persons", notice.count() == null ? messages.text("band") : count(notice.count()));
        facts.text("state.notice.outcome", messages.text("outcome." + notice.outcome()));
        facts.day("state.notice.departed", notice.departed());
        facts.text("state.notice.basis", notice.basis() == null ? null : messages.text("basis." + notice.basis()));
        facts.day("state.filing.received", notice.received());
        if (positions.of(notice.id(), notice.position()) != null) {
            journey(facts, notice);
            if (notice.ofSubjects()) {
                boolean isClosed = closed.contains(notice.position());
                facts.linked(
                        "state.notice.references",
                        messages.text(isClosed ? "state.notice.shredded" : "state.notice.sealed"),
                        "/sealed/" + notice.position());
            }
        }
        facts.recorded(notice.id(), notice.recordedOn(), notice.position());
        String heading = messages.text("state.notice", messages.text("category." + notice.category()));
        return new RecordCard(heading, List.of(messages.text("state.filing.version", notice.number())), facts.all());
    }

    /** What could tell who left, of a notice of few: for a reader who sees its event whole. */
    private void journey(RecordFields facts, NoticeVersion notice) {
        if (!notice.destination().equals("XXX")) {
            facts.text("state.notice.destination", country(notice.destination()));
        }
        if (notice.mode() != Mode.NOT_STATED) {
            facts.text("state.notice.mode", messages.text("mode." + notice.mode()));
        }
        facts.text("state.notice.visa", notice.visaClass());
        facts.text("state.notice.sector", notice.sector());
        facts.source(notice.source());
    }

    private static String country(String code) {
        return MemberState.find(code).map(MemberState::officialName).orElse(code);
    }

    RecordCard baseline(BaselineVersion baseline) {
        RecordFields facts = fields();
        facts.text("state.figure.baseline", facts.baseline(baseline.baseline()));
        facts.day("state.evidence.as-of", baseline.asOf());
        facts.day("state.filing.received", baseline.received());
        facts.source(baseline.source());
        facts.recorded(baseline.id(), baseline.recordedOn(), baseline.position());
        String heading = messages.text("state.baseline", messages.text("category." + baseline.category()));
        return new RecordCard(heading, List.of(), facts.all());
    }

    RecordCard arrival(ArrivalVersion arrival) {
        RecordFields facts = fields();
        facts.count("state.claim.persons", arrival.count());
        facts.day("state.arrival.arrived", arrival.arrived());
        facts.day("state.filing.received", arrival.received());
        facts.source(arrival.source());
        facts.recorded(arrival.id(), arrival.recordedOn(), arrival.position());
        String heading = messages.text("state.arrival", messages.text("category." + arrival.category()));
        return new RecordCard(heading, List.of(messages.text("state.filing.version", arrival.number())), facts.all());
    }

    RecordCard contracts(PriorContracts contracts) {
        RecordFields facts = fields();
        facts.count("state.claim.persons", contracts.count());
        if (contracts.expectedEnd() != null) {
            facts.day("state.contracts.end", contracts.expectedEnd());
        }
        facts.day("state.filing.received", contracts.received());
        facts.recorded(contracts.id(), contracts.recordedOn(), contracts.position());
        return new RecordCard(messages.text("state.contracts"), List.of(), facts.all());
    }

    RecordCard approval(WorkApproval approval) {
        RecordFields facts = fields();
        facts.count("state.claim.persons", approval.count());
        facts.text("state.approval.purpose", approval.purpose());
        facts.day("state.approval.on", approval.approvedOn());
        facts.recorded(approval.id(), approval.recordedOn(), approval.position());
        return new RecordCard(messages.text("state.approval"), List.of(), facts.all());
    }

    /** An event that the file does without. */
    RecordCard omitted(OmittedEntry entry) {
        RecordFields facts = fields();
        facts.text("state.omitted.entry", messages.text("entry", entry.position()));
        facts.day("state.filing.recorded", entry.recordedOn());
        Long by = entry.redactedBy();
        facts.text("state.omitted.by", by == null ? null : messages.text("entry", by));
        return new RecordCard(
                messages.text(by == null ? "state.omitted.rests" : "state.omitted.redacted"), List.of(), facts.all());
    }

    RecordCard submitted(SubmittedFiling filing) {
        LocalDate submittedOn = filing.submittedOn();
        String version = messages.text("state.filing.version", filing.version());
        List<String> tags = submittedOn == null
                ? List.of(version)
                : List.of(version, messages.text("state.submitted.on", messages.date(submittedOn)));
        return new RecordCard(obligation(filing.obligation().id()), tags, List.of());
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

    private void addIf(List<String> tags, boolean holds, String key) {
        if (holds) {
            tags.add(messages.text(key));
        }
    }
}
