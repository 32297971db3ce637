package org.stele.statefile.filed;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.Baseline;
import org.stele.events.BaselineBasis;
import org.stele.events.EventJson;
import org.stele.events.FilingId;
import org.stele.events.MonitoringBody;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.Sealed;
import org.stele.events.StateEvent;
import org.stele.events.SubjectRef;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.AttestationPublished;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationWithheldAtRequest;
import org.stele.events.attestation.Figures;
import org.stele.events.attestation.Visibility;
import org.stele.events.claims.ClaimDisputed;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.claims.ExemptionGround;
import org.stele.events.claims.ScopeClaimed;
import org.stele.events.claims.ScopeGround;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceMeasure;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.events.repatriation.ArrivalRecorded;
import org.stele.events.repatriation.BaselineDeclared;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.events.seal.Sealer;
import org.stele.statefile.filed.Table.Row;

/** The events that rows of filings, claims, evidence and other kinds become, in the order of the files. */
public final class Filed {

    /** The kinds of rows, in the order in which they are entered. */
    private static final List<String> KINDS =
            List.of("filings", "claims", "evidence", "notices", "baselines", "arrivals", "verdicts");

    /** The key of the tests. */
    public static final Sealer KEY = new Sealer(new byte[Sealer.KEY_BYTES]);

    private Filed() {}

    /**
     * An event of a row.
     *
     * @param row which one it is, from 1, of all rows of all kinds
     */
    public record Entered(int row, FilingId id, LocalDate recordedOn, StateEvent event) {}

    /** The events of a directory with filings.csv, claims.csv and evidence.csv, all entered on one day. */
    public static List<StateEvent> in(Path directory, LocalDate enteredOn) {
        return entered(directory, enteredOn).stream().map(Entered::event).toList();
    }

    /** The events of all the files that a directory has. */
    public static List<Entered> entered(Path directory, LocalDate enteredOn) {
        Map<String, List<Row>> rows = new HashMap<>();
        KINDS.forEach(kind -> rows.put(kind, Table.readIfThere(directory.resolve(kind + ".csv"))));
        return entered(rows, enteredOn);
    }

    /** The events of rows by their kind. */
    public static List<Entered> entered(Map<String, List<Row>> rows, LocalDate enteredOn) {
        List<Entered> all = new ArrayList<>();
        int number = 0;
        for (String kind : KINDS) {
            for (Row row : rows.getOrDefault(kind, List.of())) {
                number++;
                FilingId id = new FilingId(
                        UUID.nameUUIDFromBytes(Integer.toString(number).getBytes(StandardCharsets.UTF_8)));
                enter(all, number, kind, row, id, enteredOn);
            }
        }
        return all;
    }

    private static void enter(List<Entered> all, int number, String kind, Row row, FilingId id, LocalDate enteredOn) {
        if (kind.equals("verdicts")) {
            FiledVerdict.of(row, id).forEach((event, day) -> all.add(new Entered(number, id, day, event)));
            return;
        }
        List<StateEvent> events = switch (kind) {
            case "filings" -> filing(row, id, enteredOn);
            case "claims" -> claim(row, id);
            case "evidence" -> List.of(evidence(row, id));
            case "notices" -> List.of(notice(row, id));
            case "baselines" -> List.of(baseline(row, id));
            case "arrivals" -> List.of(arrival(row, id));
            default -> throw new IllegalArgumentException(kind);
        };
        events.forEach(event -> all.add(new Entered(number, id, enteredOn, event)));
    }

    private static List<StateEvent> filing(Row row, FilingId id, LocalDate enteredOn) {
        PartialDate received = row.interval("received_from", "received_to");
        return List.of(
                new AttestationSubmitted(
                        row.memberState(),
                        id,
                        ObligationId.find(row.text("obligation")).orElseThrow(),
                        content(row),
                        enteredOn,
                        row.source(),
                        null),
                new AttestationReceived(row.memberState(), id, 1, received, null, null),
                publication(row, id, received.lastDay()));
    }

    private static StateEvent publication(Row row, FilingId id, LocalDate receivedBy) {
        if (row.isTrue("text_withheld")) {
            return new AttestationWithheldAtRequest(row.memberState(), id, 1, receivedBy, null);
        }
        PartialDate on = row.date("published_on");
        return new AttestationPublished(
                row.memberState(), id, 1, on == null ? receivedBy : on.lastDay(), on == null, null);
    }

    /** The references of the persons that a row names by short tags, under the tests' key; null where it gives a count alone. */
    private static @Nullable Sealed subjects(Row row, FilingId id) {
        String tags = row.textOrNull("subject_tags");
        return tags == null
                ? null
                : KEY.seal(
                        EventJson.MAPPER.writeValueAsString(
                                Stream.of(tags.split(" ")).map(Filed::subject).toList()),
                        id);
    }

    /** The reference to the person with a short tag. */
    public static SubjectRef subject(String tag) {
        return new SubjectRef(UUID.nameUUIDFromBytes(tag.getBytes(StandardCharsets.UTF_8)));
    }

    private static StateEvent notice(Row row, FilingId id) {
        String destination = row.text("destination");
        return new RepatriationNoticeRecorded(
                row.memberState(),
                id,
                new NoticeContent(
                        PersonsCategory.valueOf(row.text("category")),
                        Objects.requireNonNull(row.count("count")),
                        List.of(),
                        subjects(row, id),
                        Objects.requireNonNull(row.date("departed")),
                        destination,
                        destination.equals("PRK") ? Outcome.REPATRIATED : Outcome.DEPARTED_NOT_REPATRIATED,
                        Mode.NOT_STATED,
                        null,
                        null,
                        null),
                row.interval("received_from", "received_to"),
                row.source());
    }

    private static StateEvent baseline(Row row, FilingId id) {
        return new BaselineDeclared(
                row.memberState(),
                id,
                PersonsCategory.WORKER,
                new Baseline(row.count("count"), BaselineBasis.valueOf(row.text("basis"))),
                Objects.requireNonNull(row.date("on")),
                row.interval("received_from", "received_to"),
                row.source());
    }

    private static StateEvent arrival(Row row, FilingId id) {
        return new ArrivalRecorded(
                row.memberState(),
                id,
                PersonsCategory.valueOf(row.text("category")),
                Objects.requireNonNull(row.count("count")),
                Objects.requireNonNull(row.date("arrived")),
                row.interval("received_from", "received_to"),
                row.source());
    }

    private static AttestationContent content(Row row) {
        return new AttestationContent(
                workers(row),
                null,
                null,
                row.date("period_from"),
                row.date("period_to"),
                row.isTrue("declared_nil"),
                row.isTrue("asserts_more_than_half"),
                row.isTrue("figures_derived"),
                row.isTrue("text_withheld") ? Visibility.WITHHELD : Visibility.PUBLISHED,
                row.textOrNull("explanation"),
                null,
                row.textOrNull("summary"),
                List.of());
    }

    private static @Nullable Figures workers(Row row) {
        Figures figures = new Figures(
                baseline(row),
                row.count("repatriated_count"),
                row.count("remaining_count"),
                row.date("remaining_as_of"));
        boolean stated = Stream.of(
                        figures.baseline(), figures.repatriated(), figures.remaining(), figures.remainingAsOf())
                .anyMatch(Objects::nonNull);
        return stated ? figures : null;
    }

    private static @Nullable Baseline baseline(Row row) {
        PersonsCount count = row.count("baseline_count");
        String basis = row.textOrNull("baseline_basis");
        return count == null && basis == null
                ? null
                : new Baseline(count, basis == null ? null : BaselineBasis.valueOf(basis));
    }

    private static List<StateEvent> claim(Row row, FilingId id) {
        StateEvent claim = "EXEMPTION".equals(row.text("claim_kind")) ? exemption(row, id) : scope(row, id);
        if (row.textOrNull("disputed_to") == null) {
            return List.of(claim);
        }
        return List.of(
                claim,
                new ClaimDisputed(
                        row.memberState(),
                        id,
                        MonitoringBody.valueOf(row.text("disputed_by")),
                        row.interval("disputed_from", "disputed_to"),
                        null));
    }

    private static StateEvent exemption(Row row, FilingId id) {
        return new ExemptionClaimed(
                row.memberState(),
                id,
                ExemptionGround.valueOf(row.text("ground")),
                row.count("count"),
                row.date("effective_on"),
                row.interval("claimed_from", "claimed_to"),
                row.textOrNull("summary"),
                row.source(),
                null);
    }

    private static StateEvent scope(Row row, FilingId id) {
        return new ScopeClaimed(
                row.memberState(),
                id,
                ScopeGround.valueOf(row.text("ground")),
                row.count("count"),
                row.date("effective_on"),
                row.interval("claimed_from", "claimed_to"),
                row.textOrNull("summary"),
                row.source());
    }

    private static StateEvent evidence(Row row, FilingId id) {
        return new EvidenceRecorded(
                row.memberState(),
                id,
                EvidenceKind.valueOf(row.text("kind")),
                row.interval("as_of_from", "as_of_to"),
                row.interval("received_from", "received_to"),
                row.count("figure"),
                row.isTrue("contests"),
                row.text("statement"),
                row.source(),
                row.textOrNull("measure") == null ? null : EvidenceMeasure.valueOf(row.text("measure")),
                row.isTrue("confidential"),
                null);
    }
}
