package org.stele.query.projection;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.stele.events.Audience;
import org.stele.events.MemberState;
import org.stele.query.projection.StateFileCache.Files;
import org.stele.query.projection.StateFileCache.Kept;
import org.stele.query.projection.StateFileCache.Seen;
import org.stele.query.projection.rows.RecordRow;
import org.stele.query.projection.rows.Seal;
import org.stele.query.projection.rows.StateFileRows.Progress;
import org.stele.statefile.FiledRecord;
import org.stele.statefile.StateFile;
import org.stele.statefile.lens.Sight;

/**
 * The stored files as each audience sees them. Each lens has a cache of its own, which the database fills with what that lens lets
 * through; a record that several see alike is in memory once. Safe for all threads.
 */
public final class LiveFiles {

    private final BiFunction<Seen, Kept, StateFileCache> making;
    private final Map<Sight, StateFileCache> bySight = new EnumMap<>(Sight.class);
    private final Map<MemberState, StateFileCache> own = new ConcurrentHashMap<>();

    LiveFiles(BiFunction<Seen, Kept, StateFileCache> making) {
        this.making = making;
        for (Sight sight : Sight.values()) {
            if (sight != Sight.OWN && sight != Sight.RECORD) {
                bySight.put(sight, making.apply(new Seen(sight, null), this::find));
            }
        }
    }

    /**
     * The files of one audience, as stored within the last second.
     *
     * @param others those of the States whose officials it is not
     * @param own of the State whose officials it is; null for every other audience
     */
    public record OfAudience(
            Audience audience, Files others, @Nullable Files own) {

        /** Up to where all of them were folded, if a later state of the rows continues them; 0 if not. */
        long positionContinuedBy(Progress later) {
            if (!others.progress().isContinuedBy(later)
                    || (own != null && !own.progress().isContinuedBy(later))) {
                return 0;
            }
            return position();
        }

        /** Every event up to it is folded into all of them, or held back. */
        public long position() {
            return own == null ? others.position() : Math.min(own.position(), others.position());
        }

        /** The files of States that have one and whose rows can be trusted. */
        public Map<MemberState, StateFile> all() {
            Map<MemberState, StateFile> all = new EnumMap<>(MemberState.class);
            all.putAll(others.all());
            MemberState state = audience.memberState();
            if (own != null && state != null) {
                all.remove(state);
                Optional.ofNullable(own.all().get(state)).ifPresent(file -> all.put(state, file));
            }
            return all;
        }

        /** States whose rows cannot be trusted. */
        public Set<MemberState> notTrusted() {
            Set<MemberState> wrong = EnumSet.noneOf(MemberState.class);
            wrong.addAll(others.notTrusted().keySet());
            if (own != null) {
                wrong.addAll(own.notTrusted().keySet());
            }
            return wrong;
        }

        /** Those that the file of a State is among. */
        public Files of(MemberState state) {
            return own != null && state == audience.memberState() ? own : others;
        }
    }

    /** A problem (503) where none of them can be trusted. */
    public OfAudience now(Audience audience) {
        MemberState state = audience.memberState();
        return new OfAudience(
                audience,
                requireNonNull(bySight.get(Sight.ofOthers(audience))).now(),
                state == null ? null : own(state).now());
    }

    private StateFileCache own(MemberState state) {
        return own.computeIfAbsent(state, one -> making.apply(new Seen(Sight.OWN, one), this::find));
    }

    private @Nullable FiledRecord find(RecordRow.Id id, Seal seal) {
        for (StateFileCache cache : bySight.values()) {
            FiledRecord found = cache.find(id, seal);
            if (found != null) {
                return found;
            }
        }
        StateFileCache ofState = own.get(id.memberState());
        return ofState == null ? null : ofState.find(id, seal);
    }

    /** Makes the next readers read everything again. */
    void forget() {
        bySight.values().forEach(StateFileCache::forget);
        own.values().forEach(StateFileCache::forget);
    }
}
