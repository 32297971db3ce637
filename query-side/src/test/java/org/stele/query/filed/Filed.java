package org.stele.query.filed;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.Baseline;
import org.stele.events.BaselineBasis;
import org.stele.events.FilingId;
import org.stele.events.MonitoringBody;
import org.stele.events.ObligationId;
import org.stele.events.PersonsCount;
import org.stele.events.StateEvent;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.Figures;
import org.stele.events.attestation.Visibility;
import org.stele.events.claims.ClaimDisputed;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.claims.ExemptionGround;
import org.stele.events.claims.ScopeClaimed;
import org.stele.events.claims.ScopeGround;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.query.filed.Table.Row;

/** The events that filings, claims and evidence become, in the order of the files. */
public final class Filed {

    private Filed() {}

    /** The events of a directory with filings.csv, claims.csv and evidence.csv, all entered on one day. */
    public static List<StateEvent> in(Path directory, LocalDate enteredOn) {
        List<StateEvent> events = new ArrayList<>();
        for (Row row : Table.read(directory.resolve("filings.csv"))) {
            events.addAll(filing(row, id(events), enteredOn));
        }
        for (Row row : Table.read(directory.resolve("claims.csv"))) {
            events.addAll(claim(row, id(events)));
        }
        for (Row row : Table.read(directory.resolve("evidence.csv"))) {
            events.add(evidence(row, id(events)));
        }
        return events;
    }

    private static FilingId id(List<StateEvent> before) {
        return new FilingId(
                UUID.nameUUIDFromBytes(Integer.toString(before.size()).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<StateEvent> filing(Row row, FilingId id, LocalDate enteredOn) {
        return List.of(
                new AttestationSubmitted(
                        row.memberState(),
                        id,
                        ObligationId.find(row.text("obligation")).orElseThrow(),
                        content(row),
                        enteredOn,
                        row.source()),
                new AttestationReceived(row.memberState(), id, 1, row.interval("received_from", "received_to"), null));
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
                row.source());
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
                row.source());
    }
}
