package org.stele.statefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;

/**
 * One attestation with every version of it, and what became of it.
 *
 * @param versions in the order of their numbers
 * @param withdrawals when the Committee learnt of its withdrawal; none while it stands
 * @param publications the registrar's actions on its text, in the order of the ledger
 * @param enveloped whether only its envelope is seen; rules, section 4.8
 */
public record Attestation(
        FilingId id,
        ObligationId obligation,
        List<AttestationVersion> versions,
        List<DatedFact> withdrawals,
        List<Publication> publications,
        List<Clarification> clarifications,
        List<Acceptance> acceptances,
        boolean enveloped)
        implements FiledRecord {

    public Attestation {
        versions = List.copyOf(versions);
        withdrawals = List.copyOf(withdrawals);
        publications = List.copyOf(publications);
        clarifications = List.copyOf(clarifications);
        acceptances = List.copyOf(acceptances);
    }

    Attestation(FilingId id, ObligationId obligation, AttestationVersion first) {
        this(id, obligation, List.of(first), List.of(), List.of(), List.of(), List.of(), false);
    }

    @Override
    public long firstPosition() {
        return versions.getFirst().position();
    }

    @Override
    public long lastPosition() {
        long last = Math.max(FiledRecord.lastPosition(withdrawals), FiledRecord.lastPosition(publications));
        last = Math.max(last, FiledRecord.lastPosition(acceptances));
        for (Clarification clarification : clarifications) {
            last = Math.max(last, clarification.lastPosition());
        }
        for (AttestationVersion version : versions) {
            last = Math.max(last, version.lastPosition());
        }
        return last;
    }

    @Override
    public Attestation upTo(long treeSize) {
        return new Attestation(
                id,
                obligation,
                FiledRecord.upTo(versions, treeSize).stream()
                        .map(version -> version.upTo(treeSize))
                        .toList(),
                FiledRecord.upTo(withdrawals, treeSize),
                FiledRecord.upTo(publications, treeSize),
                FiledRecord.upTo(clarifications, treeSize).stream()
                        .map(clarification -> clarification.upTo(treeSize))
                        .toList(),
                FiledRecord.upTo(acceptances, treeSize),
                enveloped);
    }

    /** When the Committee learnt of its withdrawal; null if it was not withdrawn. */
    @Nullable
    public PartialDate withdrawn() {
        DatedFact told = FiledRecord.last(withdrawals);
        return told == null ? null : told.on();
    }

    /** Where it stands on the axis of publication: by the last action whose day has come (section 4.8). */
    public Publication.Status publicationOn(LocalDate day) {
        Publication last = lastPublication(day);
        return last == null ? Publication.Status.NOT_PUBLISHED : last.status();
    }

    /** The registrar's last action on its text whose day has come; null where there is none. */
    public @Nullable Publication lastPublication(LocalDate day) {
        for (int i = publications.size() - 1; i >= 0; i--) {
            if (Days.isBy(publications.get(i).on(), day)) {
                return publications.get(i);
            }
        }
        return null;
    }

    @Override
    public @Nullable Unchanged unchanged() {
        AttestationVersion only = versions.getFirst();
        PartialDate received = only.received();
        if (versions.size() > 1 || received == null || !withdrawals.isEmpty()) {
            return null;
        }
        AttestationReading reading = new AttestationReading(this, received, only);
        return new Unchanged(reading, received.lastEpochDay(), reading.effectiveEpochDay());
    }

    @Override
    public Timeline timeline() {
        // What is not received yet may be on any later day.
        IntStream receipts = versions.stream()
                .map(AttestationVersion::received)
                .mapToInt(received -> received == null ? Integer.MAX_VALUE : received.lastEpochDay());
        return Timeline.of(
                IntStream.concat(receipts, Timeline.turns(withdrawals)),
                this::knownAt,
                AttestationReading::effectiveEpochDay);
    }

    /** What it says at a day; empty before it is known, and after it was withdrawn (section 4, "In view"). */
    public Optional<AttestationReading> knownAt(LocalDate day) {
        PartialDate first = firstReceived();
        if (first == null || !Days.isBy(first, day) || isWithdrawnBy(day)) {
            return Optional.empty();
        }
        AttestationVersion latest = null;
        for (AttestationVersion version : versions) {
            if (version.isReceivedBy(day) && (latest == null || version.number() > latest.number())) {
                latest = version;
            }
        }
        return latest == null ? Optional.empty() : Optional.of(new AttestationReading(this, first, latest));
    }

    /** Whether it may have been received by a day, without certainty (4.1). */
    public boolean mayBeReceivedBy(LocalDate day) {
        PartialDate first = firstReceived();
        return first != null && Days.isBy(first.firstDay(), day) && !isWithdrawnBy(day);
    }

    public Attestation with(AttestationVersion version) {
        return with(FiledRecord.and(versions, version), withdrawals, publications, clarifications, acceptances);
    }

    public Attestation change(int number, UnaryOperator<AttestationVersion> change) {
        if (versions.stream().noneMatch(version -> version.number() == number)) {
            throw new IllegalArgumentException(
                    "The attestation %s has no version %s on record. Check the ledger before it."
                            .formatted(id, number));
        }
        return with(
                versions.stream()
                        .map(version -> version.number() == number ? change.apply(version) : version)
                        .toList(),
                withdrawals,
                publications,
                clarifications,
                acceptances);
    }

    public Attestation withdraw(DatedFact received) {
        return with(versions, FiledRecord.and(withdrawals, received), publications, clarifications, acceptances);
    }

    public Attestation publish(Publication publication) {
        return with(versions, withdrawals, FiledRecord.and(publications, publication), clarifications, acceptances);
    }

    public Attestation accept(Acceptance acceptance) {
        return with(versions, withdrawals, publications, clarifications, FiledRecord.and(acceptances, acceptance));
    }

    public Attestation ask(Clarification clarification) {
        return with(versions, withdrawals, publications, FiledRecord.and(clarifications, clarification), acceptances);
    }

    public Attestation answer(FilingId clarification, Clarification.Answer answer) {
        if (clarifications.stream().noneMatch(one -> one.id().equals(clarification))) {
            throw new IllegalArgumentException(
                    "The attestation %s has no question %s on record. Check the ledger before it."
                            .formatted(id, clarification));
        }
        List<Clarification> answered = new ArrayList<>(clarifications);
        answered.replaceAll(one -> one.id().equals(clarification) ? one.answer(answer) : one);
        return with(versions, withdrawals, publications, answered, acceptances);
    }

    private Attestation with(
            List<AttestationVersion> newVersions,
            List<DatedFact> newWithdrawals,
            List<Publication> newPublications,
            List<Clarification> newClarifications,
            List<Acceptance> newAcceptances) {
        return new Attestation(
                id,
                obligation,
                newVersions,
                newWithdrawals,
                newPublications,
                newClarifications,
                newAcceptances,
                enveloped);
    }

    public boolean isWithdrawnBy(LocalDate day) {
        PartialDate withdrawn = withdrawn();
        return withdrawn != null && Days.isBy(withdrawn, day);
    }

    /** The receipt of the version with the lowest number that has one; null if none has. */
    private @Nullable PartialDate firstReceived() {
        for (AttestationVersion version : versions) {
            if (version.received() != null) {
                return version.received();
            }
        }
        return null;
    }
}
