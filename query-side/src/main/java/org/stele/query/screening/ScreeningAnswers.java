package org.stele.query.screening;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;
import org.stele.events.screening.CaseEvent;
import org.stele.events.screening.SubjectKind;
import org.stele.eventstore.event.StoredEvent;
import org.stele.statefile.screening.DueForScreening;
import org.stele.statefile.screening.Lookback;
import org.stele.statefile.screening.Pairing;
import org.stele.statefile.screening.ScreeningStep;
import org.stele.web.page.ViewPoint;
import org.stele.web.text.RecordedAt;

/** The answers of the API on screenings. */
final class ScreeningAnswers {

    private ScreeningAnswers() {}

    /**
     * One page of screenings.
     *
     * @param next what {@code after} has to be for the next page; null on the last
     * @param incomplete whether events of this context cannot be read, and are in no answer
     * @param unreadable their positions, for auditors and the custodian
     */
    @JsonPropertyOrder({"view", "screenings", "next", "incomplete", "unreadable"})
    record Page(
            ViewPoint view,
            List<ScreeningJson> screenings,
            @Nullable Long next,
            boolean incomplete,
            List<Long> unreadable) {}

    /** @param steps its whole history; null where it is withheld from who asks */
    @JsonPropertyOrder({"view", "screening", "steps"})
    record One(
            ViewPoint view,
            ScreeningJson screening,
            @Nullable List<Step> steps) {}

    /**
     * One event of a screening.
     *
     * @param by the staff id and role of who made the command, by the keys of an event's metadata
     * @param event what it says: candidates with their scores and features, marks, verdicts with reasons, whatever its kind has
     */
    @JsonPropertyOrder({"position", "eventId", "type", "recordedAt", "by", "event", "leafHash"})
    record Step(
            long position,
            String eventId,
            String type,
            String recordedAt,
            SortedMap<String, String> by,
            CaseEvent event,
            String leafHash) {

        static Step of(ScreeningStep<?> step, StoredEvent stored) {
            return new Step(
                    step.position(),
                    stored.eventId().toString(),
                    stored.type(),
                    RecordedAt.text(step.recordedAt()),
                    stored.metadata(),
                    step.event(),
                    stored.leafHash().hex());
        }
    }

    @JsonPropertyOrder({"view", "earlier", "later", "changed", "entries"})
    record Compared(
            ViewPoint view,
            ScreeningJson.Result earlier,
            ScreeningJson.Result later,
            List<String> changed,
            List<Lookback.Entry> entries) {

        static Compared of(ScreeningQuery query, Lookback lookback) {
            return new Compared(
                    query.point(),
                    ScreeningJson.Result.of(lookback.earlier()),
                    ScreeningJson.Result.of(lookback.later()),
                    lookback.changed(),
                    lookback.entries());
        }
    }

    @JsonPropertyOrder({"view", "due"})
    record DueList(ViewPoint view, List<Due> due) {}

    /** @param screenedAgainst null where nobody stated a version that was loaded here */
    @JsonPropertyOrder({
        "memberState",
        "subject",
        "subjectKind",
        "screening",
        "screenedAt",
        "screenedAgainst",
        "list",
        "added"
    })
    record Due(
            String memberState,
            SubjectRef subject,
            SubjectKind subjectKind,
            FilingId screening,
            String screenedAt,
            @Nullable Sha256Digest screenedAgainst,
            String list,
            List<String> added) {

        static Due of(DueForScreening due) {
            return new Due(
                    due.memberState().iso3(),
                    due.subject(),
                    due.subjectKind(),
                    due.screening(),
                    RecordedAt.text(due.screenedAt()),
                    due.screenedAgainst(),
                    due.list(),
                    due.added());
        }
    }

    @JsonPropertyOrder({"view", "pairings"})
    record PairingList(ViewPoint view, List<Pair> pairings) {}

    @JsonPropertyOrder({
        "memberState",
        "subject",
        "entry",
        "screening",
        "reasonCode",
        "analyst",
        "reviewer",
        "confirmedAt",
        "validUntil",
        "position"
    })
    record Pair(
            String memberState,
            SubjectRef subject,
            String entry,
            FilingId screening,
            @Nullable String reasonCode,
            String analyst,
            String reviewer,
            String confirmedAt,
            @Nullable LocalDate validUntil,
            long position) {

        static Pair of(Pairing pairing) {
            return new Pair(
                    pairing.memberState().iso3(),
                    pairing.subject(),
                    pairing.entry(),
                    pairing.screening(),
                    pairing.reasonCode(),
                    pairing.analyst(),
                    pairing.reviewer(),
                    RecordedAt.text(pairing.confirmedAt()),
                    pairing.validUntil(),
                    pairing.position());
        }
    }
}
