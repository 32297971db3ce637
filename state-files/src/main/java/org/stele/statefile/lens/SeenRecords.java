package org.stele.statefile.lens;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stele.events.Audience;
import org.stele.events.MemberState;
import org.stele.statefile.Evidence;
import org.stele.statefile.FiledRecord;
import org.stele.statefile.StateFile;
import org.stele.statefile.StoredRecord;

/** The records of files as each audience sees them, for storing: what several see alike is one. Pure, and safe for all threads. */
public final class SeenRecords {

    private SeenRecords() {}

    /** A record as some see it. */
    private static final class Alike {
        private final FiledRecord record;
        private int sights;

        Alike(FiledRecord record, int sights) {
            this.record = record;
            this.sights = sights;
        }
    }

    /** The records of a file that changed after a position, as each sees them. */
    public static List<StoredRecord> changedAfter(StateFile file, long position) {
        MemberState owner = file.memberState();
        return file.records()
                .filter(record -> record.lastPosition() > position)
                .flatMap(record -> of(record, owner).stream())
                .map(alike -> StoredRecord.of(owner, alike.record, alike.sights))
                .toList();
    }

    /** All of a file by what names each row; each is written when it is asked for, and not kept. */
    public static Map<String, Supplier<StoredRecord>> byName(StateFile file) {
        MemberState owner = file.memberState();
        Map<String, Supplier<StoredRecord>> named = new LinkedHashMap<>();
        file.records().forEach(record -> {
            for (Alike alike : of(record, owner)) {
                named.put(
                        StoredRecord.name(
                                StoredRecord.Kind.of(record).name(), record.id().value(), alike.sights),
                        () -> StoredRecord.of(owner, alike.record, alike.sights));
            }
        });
        return named;
    }

    private static List<Alike> of(FiledRecord record, MemberState owner) {
        List<Alike> all = new ArrayList<>(3);
        all.add(new Alike(record, Sight.RECORD.bit()));
        add(all, see(record, Audience.of(owner), owner), Sight.OWN.bit());
        add(all, see(record, Audience.AUDIT, owner), Sight.AUDIT.bit());
        add(all, see(record, Audience.COMMITTEE, owner), Sight.COMMITTEE.bit());
        // Evidence of its own is all that the MSMT sees more of than the public.
        boolean isSeenApart = record instanceof Evidence;
        add(all, see(record, Audience.PUBLIC, owner), Sight.PUBLIC.bit() + (isSeenApart ? 0 : Sight.MSMT.bit()));
        if (isSeenApart) {
            add(all, see(record, Audience.MSMT, owner), Sight.MSMT.bit());
        }
        return all;
    }

    private static @Nullable FiledRecord see(FiledRecord record, Audience audience, MemberState owner) {
        return new Lens(audience).see(record, owner);
    }

    private static void add(List<Alike> all, @Nullable FiledRecord seen, int sights) {
        if (seen == null) {
            return;
        }
        for (Alike one : all) {
            if (one.record == seen || one.record.equals(seen)) {
                one.sights |= sights;
                return;
            }
        }
        all.add(new Alike(seen, sights));
    }
}
