package org.stele.query.projection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.Audience;
import org.stele.events.MemberState;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.query.projection.rows.DeadLetterRows;
import org.stele.query.projection.rows.ReadDeadLetters;
import org.stele.query.projection.rows.ReadRecords;
import org.stele.query.projection.rows.StateFileRows;
import org.stele.query.projection.rows.StateFileRows.Named;
import org.stele.query.projection.rows.StateFileRows.Progress;
import org.stele.query.projection.rows.ViewsNotTrusted;
import org.stele.query.replay.DeadLettersByState;
import org.stele.query.replay.DecodedEvent;
import org.stele.query.replay.LedgerFold;
import org.stele.query.replay.Replay;
import org.stele.statefile.DeadLetters;
import org.stele.statefile.FiledRecord;
import org.stele.statefile.StateFile;
import org.stele.statefile.StateFileBuilder;
import org.stele.statefile.lens.Lens;
import org.stele.statefile.lens.Sight;

/**
 * What the events behind stored files make of the records that they change, as an audience sees those. New events are visible at once,
 * however far the projection is. The records themselves are folded here, with the rights of the projection, and do not leave.
 */
public final class LaterEvents {

    /** Positions read at once. */
    private static final int AT_ONCE = 20_000;

    private final Replay replay;
    private final StateFileRows rows;
    private final DeadLetterRows heldRows;
    private final Snapshots snapshots;
    private final Findings findings;

    LaterEvents(Replay replay, StateFileRows rows, DeadLetterRows heldRows, Snapshots snapshots, Findings findings) {
        this.replay = replay;
        this.rows = rows;
        this.heldRows = heldRows;
        this.snapshots = snapshots;
        this.findings = findings;
    }

    /**
     * What became of one State's records.
     *
     * @param seen all that changed, as the audience sees them at the size that is asked for
     * @param held null where no event is held back
     */
    public record Later(List<FiledRecord> seen, @Nullable DeadLetters held) {
        public Later {
            seen = List.copyOf(seen);
        }
    }

    /**
     * The same of all States.
     *
     * @param seen of the States of which any changed
     * @param notTrusted States whose stored rows were changed from outside
     */
    public record LaterOfAll(
            Map<MemberState, List<FiledRecord>> seen, DeadLettersByState held, Set<MemberState> notTrusted) {}

    /**
     * From stored files up to a size of the ledger that they do not reach. Damage ends it ({@link LedgerDamaged}), and health names it
     * until the State's events are read soundly again.
     */
    public Later of(Audience audience, MemberState state, StateFileCache.Files files, long upTo) {
        try {
            List<DecodedEvent> events = read(state, files.position(), upTo);
            Later later = events.isEmpty()
                    ? new Later(List.of(), files.held(state))
                    : snapshots.read(() -> later(audience, state, files, events, upTo));
            findings.later(state, null);
            return later;
        } catch (LedgerDamaged e) {
            findings.later(state, e.getMessage());
            throw e;
        } catch (ViewsNotTrusted e) {
            throw e.asProblem();
        }
    }

    private List<DecodedEvent> read(MemberState state, long after, long upTo) {
        List<DecodedEvent> events = new ArrayList<>();
        replay.pages(state, after, upTo, events::addAll);
        return events;
    }

    private Later later(
            Audience audience, MemberState state, StateFileCache.Files files, List<DecodedEvent> events, long upTo) {
        Progress now = rows.standing().read(Sight.RECORD).progress();
        // After a rebuild or a retry, rows behind the files may have changed too.
        boolean isContinued = files.progress().isContinuedBy(now);
        ReadRecords records = isContinued
                ? rows.load(now.generation(), StateFileProjection.named(events))
                : rows.changedAfter(now.generation(), 0, state);
        ReadDeadLetters held = heldRows.read(now.generation());
        requireTrusted(state, records.wrong());
        requireTrusted(state, held.wrong());
        StateFile changed = records.files().getOrDefault(state, StateFile.empty(state));
        long after = isContinued ? files.position() : 0;
        DeadLetters heldNow = held.events().of(state);
        if (upTo <= now.position()) {
            return new Later(seen(audience, changed.upTo(upTo), after), heldNow);
        }
        StateFileBuilder builder = new StateFileBuilder(changed, heldNow);
        (isContinued ? events : read(state, now.position(), upTo))
                .stream()
                        .filter(decoded -> decoded.position() > now.position())
                        .forEach(decoded -> Replay.apply(builder, decoded));
        return new Later(seen(audience, builder.toStateFile(), after), builder.held());
    }

    private static void requireTrusted(MemberState state, Map<MemberState, String> wrong) {
        if (wrong.containsKey(state)) {
            throw ViewsNotTrusted.problem(state);
        }
    }

    private static List<FiledRecord> seen(Audience audience, StateFile changed, long after) {
        Lens lens = new Lens(audience);
        return changed.records()
                .filter(record -> record.lastPosition() > after)
                .flatMap(record -> Stream.ofNullable(lens.see(record, changed.memberState())))
                .toList();
    }

    private static Set<Named> named(StateFile file) {
        return file.records()
                .map(record -> new Named(file.memberState(), record.id()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The same for all States at once. */
    public LaterOfAll ofAll(LiveFiles.OfAudience files, long upTo) {
        try {
            return snapshots.read(() -> read(files, upTo));
        } catch (ViewsNotTrusted e) {
            throw e.asProblem();
        }
    }

    private LaterOfAll read(LiveFiles.OfAudience files, long upTo) {
        Progress now = rows.standing().read(Sight.RECORD).progress();
        long after = files.positionContinuedBy(now);
        ReadRecords records = rows.changedAfter(now.generation(), after);
        ReadDeadLetters readHeld = heldRows.read(now.generation());
        Map<MemberState, StateFile> changed = new EnumMap<>(MemberState.class);
        changed.putAll(records.files());
        DeadLettersByState held = readHeld.events();
        Set<MemberState> wrong = new HashSet<>(records.wrong().keySet());
        wrong.addAll(readHeld.wrong().keySet());
        if (upTo <= now.position()) {
            changed.replaceAll((_, file) -> file.upTo(upTo));
            return new LaterOfAll(seen(files.audience(), changed, after), held, wrong);
        }
        Set<Named> known = new HashSet<>();
        changed.values().forEach(file -> known.addAll(named(file)));
        LedgerFold folding = new LedgerFold(changed, held);
        for (long cursor = now.position(); cursor < upTo; cursor = Math.min(upTo, cursor + AT_ONCE)) {
            List<DecodedEvent> events = replay.read(cursor, Math.min(upTo, cursor + AT_ONCE));
            folding = withStored(folding, missing(events, known), now.generation(), wrong);
            events.forEach(folding::apply);
        }
        return new LaterOfAll(seen(files.audience(), folding.files(), after), folding.held(), wrong);
    }

    private static Set<Named> missing(List<DecodedEvent> events, Set<Named> known) {
        Set<Named> missing = StateFileProjection.named(events);
        missing.removeAll(known);
        known.addAll(missing);
        return missing;
    }

    /** The fold with records that it did not change yet. */
    private LedgerFold withStored(LedgerFold folding, Set<Named> missing, long generation, Set<MemberState> wrong) {
        if (missing.isEmpty()) {
            return folding;
        }
        ReadRecords loaded = rows.load(generation, missing);
        wrong.addAll(loaded.wrong().keySet());
        if (loaded.files().isEmpty()) {
            return folding;
        }
        Map<MemberState, StateFile> files = folding.files();
        loaded.files()
                .forEach((state, file) -> files.put(
                        state,
                        Optional.ofNullable(files.get(state))
                                .orElse(StateFile.empty(state))
                                .with(file.records().toList())));
        return new LedgerFold(files, folding.held());
    }

    private static Map<MemberState, List<FiledRecord>> seen(
            Audience audience, Map<MemberState, StateFile> changed, long after) {
        Map<MemberState, List<FiledRecord>> seen = new EnumMap<>(MemberState.class);
        changed.forEach((state, file) -> seen.put(state, seen(audience, file, after)));
        return seen;
    }
}
