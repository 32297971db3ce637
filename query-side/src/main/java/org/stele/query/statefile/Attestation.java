package org.stele.query.statefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;

/**
 * One attestation with every version of it.
 *
 * @param versions in the order of their numbers
 * @param withdrawals when the Committee learnt of its withdrawal; none while it stands
 */
record Attestation(FilingId id, ObligationId obligation, List<AttestationVersion> versions, List<DatedFact> withdrawals)
        implements FiledRecord {

    Attestation {
        versions = List.copyOf(versions);
        withdrawals = List.copyOf(withdrawals);
    }

    @Override
    public long firstPosition() {
        return versions.getFirst().position();
    }

    @Override
    public long lastPosition() {
        long last = FiledRecord.lastPosition(withdrawals);
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
                versions.stream()
                        .filter(version -> version.position() <= treeSize)
                        .map(version -> version.upTo(treeSize))
                        .toList(),
                FiledRecord.upTo(withdrawals, treeSize));
    }

    /** When the Committee learnt of its withdrawal; null if it was not withdrawn. */
    @Nullable
    PartialDate withdrawn() {
        DatedFact told = FiledRecord.last(withdrawals);
        return told == null ? null : told.on();
    }

    /** What it says at a day; empty before it is known, and after it was withdrawn (section 4, "In view"). */
    Optional<AttestationReading> knownAt(LocalDate day) {
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
        return latest == null ? Optional.empty() : Optional.of(new AttestationReading(id, obligation, first, latest));
    }

    /** Whether it may have been received by a day, without certainty (4.1). */
    boolean mayBeReceivedBy(LocalDate day) {
        PartialDate first = firstReceived();
        return first != null && Days.isBy(first.firstDay(), day) && !isWithdrawnBy(day);
    }

    Attestation with(AttestationVersion version) {
        List<AttestationVersion> all = new ArrayList<>(versions);
        all.add(version);
        return new Attestation(id, obligation, all, withdrawals);
    }

    Attestation change(int number, UnaryOperator<AttestationVersion> change) {
        if (versions.stream().noneMatch(version -> version.number() == number)) {
            throw new IllegalArgumentException(
                    "The attestation %s has no version %s on record. Check the ledger before it."
                            .formatted(id, number));
        }
        return new Attestation(
                id,
                obligation,
                versions.stream()
                        .map(version -> version.number() == number ? change.apply(version) : version)
                        .toList(),
                withdrawals);
    }

    Attestation withdraw(DatedFact received) {
        return new Attestation(id, obligation, versions, FiledRecord.and(withdrawals, received));
    }

    boolean isWithdrawnBy(LocalDate day) {
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
