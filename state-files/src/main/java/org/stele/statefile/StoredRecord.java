package org.stele.statefile;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;

/**
 * One record of a State's file as some audiences see it, as it is stored: a file is stored in pieces, so that an event rewrites only
 * the record that it changes.
 *
 * @param sights who sees it so, as a sum of bits
 * @param firstPosition the position of the event that created it
 * @param lastPosition the position of the last event that changed it
 */
public record StoredRecord(
        MemberState memberState,
        Kind kind,
        FilingId id,
        int sights,
        long firstPosition,
        long lastPosition,
        byte[] json) {

    /** The kind of the record. */
    public enum Kind {
        ATTESTATION(Attestation.class),
        NOTICE(Notice.class),
        BASELINE(DeclaredBaseline.class),
        ARRIVAL(Arrival.class),
        CLAIM(Claim.class),
        PRIOR_CONTRACTS(PriorContracts.class),
        WORK_APPROVAL(WorkApproval.class),
        EVIDENCE(Evidence.class),
        ANSWERED_DISCREPANCY(AnsweredDiscrepancy.class),
        VERDICT(VerdictRecord.class),
        OMITTED_ENTRY(OmittedEntry.class);

        private final Class<? extends FiledRecord> type;

        Kind(Class<? extends FiledRecord> type) {
            this.type = type;
        }

        public static Kind of(FiledRecord thing) {
            return switch (thing) {
                case Attestation _ -> ATTESTATION;
                case Notice _ -> NOTICE;
                case DeclaredBaseline _ -> BASELINE;
                case Arrival _ -> ARRIVAL;
                case Claim _ -> CLAIM;
                case PriorContracts _ -> PRIOR_CONTRACTS;
                case WorkApproval _ -> WORK_APPROVAL;
                case Evidence _ -> EVIDENCE;
                case AnsweredDiscrepancy _ -> ANSWERED_DISCREPANCY;
                case VerdictRecord _ -> VERDICT;
                case OmittedEntry _ -> OMITTED_ENTRY;
            };
        }
    }

    /** What names a row among all of its State. */
    public static String name(String kind, @Nullable UUID id, int sights) {
        return kind + " " + id + " " + sights;
    }

    /** The record as it is stored. */
    public static StoredRecord of(MemberState memberState, FiledRecord record, int sights) {
        return new StoredRecord(
                memberState,
                Kind.of(record),
                record.id(),
                sights,
                record.firstPosition(),
                record.lastPosition(),
                StateFileJson.writeThing(record));
    }

    /** The record that is stored. */
    public FiledRecord record() {
        return StateFileJson.readThing(json, kind.type);
    }
}
