package org.stele.command.access.accreditations;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.stele.command.access.AccreditedAccounts;
import org.stele.command.reading.RecordedPayload;
import org.stele.events.FilingId;
import org.stele.events.access.AccreditationWithdrawn;
import org.stele.events.access.OfficialAccredited;
import org.stele.events.access.StaffAccreditationWithdrawn;
import org.stele.events.access.StaffAccredited;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;

/** Reads who is accredited, and was, from the ledger. Safe for all threads. */
final class RecordedAccreditations {

    private static final int PAGE = 500;

    /** Those of no State first, then by State and role. */
    private static final Comparator<RecordedAccreditation> BY_STATE =
            Comparator.<RecordedAccreditation, String>comparing(one ->
                            one.memberState() == null ? "" : one.memberState().officialName())
                    .thenComparing(RecordedAccreditation::role)
                    .thenComparing(RecordedAccreditation::position);

    private final LedgerReader ledger;

    RecordedAccreditations(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** Those that last and those that were withdrawn. */
    List<RecordedAccreditation> all() {
        return read().values().stream().sorted(BY_STATE).toList();
    }

    Optional<RecordedAccreditation> find(FilingId id) {
        return Optional.ofNullable(read().get(id));
    }

    private Map<FilingId, RecordedAccreditation> read() {
        Map<FilingId, RecordedAccreditation> found = new LinkedHashMap<>();
        long head = ledger.head();
        long position = 0;
        List<StoredEvent> events;
        do {
            events = ledger.read(AccreditedAccounts.ACCREDITATIONS, position, head, PAGE);
            for (StoredEvent event : events) {
                position = event.position();
                apply(found, position, Objects.requireNonNull(RecordedPayload.of(event)));
            }
        } while (events.size() == PAGE);
        return found;
    }

    private static void apply(Map<FilingId, RecordedAccreditation> found, long position, Object event) {
        switch (event) {
            case OfficialAccredited of -> found.put(of.accreditation(), RecordedAccreditation.standing(of, position));
            case StaffAccredited of -> found.put(of.accreditation(), RecordedAccreditation.standing(of, position));
            case AccreditationWithdrawn of ->
                found.computeIfPresent(of.accreditation(), (_, one) -> one.withdrawn(of.withdrawnOn(), of.reason()));
            case StaffAccreditationWithdrawn of ->
                found.computeIfPresent(of.accreditation(), (_, one) -> one.withdrawn(of.withdrawnOn(), of.reason()));
            default -> throw new IllegalArgumentException("Not asked for: " + event.getClass());
        }
    }
}
