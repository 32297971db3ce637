package org.stele.statefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;

/**
 * One record of a State's file as it is stored: a file is stored in pieces, so that an event rewrites only the record
 * that it changes.
 *
 * @param firstPosition the position of the event that created it
 * @param lastPosition the position of the last event that changed it
 */
public record StoredRecord(
        MemberState memberState, Kind kind, FilingId id, long firstPosition, long lastPosition, byte[] json) {

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
        VERDICT(VerdictRecord.class);

        private final Class<? extends FiledRecord> type;

        Kind(Class<? extends FiledRecord> type) {
            this.type = type;
        }

        private static Kind of(FiledRecord thing) {
            return Stream.of(values())
                    .filter(kind -> kind.type.isInstance(thing))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The records of a file that changed after a position. */
    public static List<StoredRecord> changedAfter(StateFile file, long position) {
        return file.registers()
                .all()
                .filter(thing -> thing.lastPosition() > position)
                .map(thing -> of(file.memberState(), thing))
                .toList();
    }

    /** All of a file by kind and id, as {@link #name} writes them; each is written when it is asked for, and not kept. */
    public static Map<String, Supplier<StoredRecord>> byName(StateFile file) {
        Map<String, Supplier<StoredRecord>> named = new LinkedHashMap<>();
        file.registers()
                .all()
                .forEach(thing -> named.put(
                        name(Kind.of(thing).name(), thing.id().value()), () -> of(file.memberState(), thing)));
        return named;
    }

    /** What names a thing among all of its State. */
    public static String name(String kind, @Nullable UUID id) {
        return kind + " " + id;
    }

    private static StoredRecord of(MemberState memberState, FiledRecord thing) {
        return new StoredRecord(
                memberState,
                Kind.of(thing),
                thing.id(),
                thing.firstPosition(),
                thing.lastPosition(),
                StateFileJson.writeThing(thing));
    }

    /** A file in which these things, all of its State, stand in the place of what they were. */
    public static StateFile put(StateFile file, Collection<StoredRecord> changed) {
        Registers registers = file.registers();
        for (Kind kind : Kind.values()) {
            putAll(registers, kind.type, changed);
        }
        return new StateFile(file.memberState(), registers);
    }

    private static <T extends FiledRecord> void putAll(
            Registers registers, Class<T> type, Collection<StoredRecord> changed) {
        registers.with(type, put(registers.of(type), type, changed));
    }

    private static <T extends FiledRecord> List<T> put(
            List<T> before, Class<T> type, Collection<StoredRecord> changed) {
        List<T> read = changed.stream()
                .filter(thing -> thing.kind().type == type)
                .map(thing -> StateFileJson.readThing(thing.json(), type))
                .sorted(Comparator.comparing(FiledRecord::firstPosition))
                .toList();
        if (read.isEmpty() || before.isEmpty()) {
            return read.isEmpty() ? before : read;
        }
        Map<FilingId, T> things = new LinkedHashMap<>();
        before.forEach(thing -> things.put(thing.id(), thing));
        read.forEach(thing -> things.put(thing.id(), thing));
        return new ArrayList<>(things.values());
    }
}
