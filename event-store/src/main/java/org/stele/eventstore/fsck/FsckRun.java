package org.stele.eventstore.fsck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.damage.Tolerance;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.guard.LedgerGuards;
import org.stele.eventstore.jdbc.CopyRowReader;
import org.stele.eventstore.jdbc.CopyTableReader;
import org.stele.ledger.Frontier;
import org.stele.ledger.Hash;

/** A FsckRun is one check of one snapshot, table after table. */
public final class FsckRun {

    /** SQLSTATEs for a missing or different table, column or schema. */
    public static final Set<String> UNDEFINED = Set.of("42P01", "42703", "3F000", "42809");

    /** Receives what is wrong within a row whose leaf is sound; a check that continues past such rows has one. */
    @FunctionalInterface
    public interface Wrongs {
        void take(long position, String what) throws IntegrityViolation;
    }

    /** The result for one batch of events. */
    private record Batch(List<FsckEvent> events, MultisetDigest.Partial tags) {}

    private final Connection connection;
    private final CopyTableReader tables;
    private final StateTag stateTag;
    private final Pinned outside;
    private final @Nullable PinnedRoot kept;
    private final FsckEvents events = new FsckEvents();
    private final Tolerance tolerance;
    private final Wrongs wrongs;
    private final FsckEventIds eventIds = new FsckEventIds();
    private final FsckTags tags;
    private final FsckCommands commands;
    private final FsckTiles tiles = new FsckTiles();
    private final FsckSigned signed;
    private final FsckLogs logs;
    private final Frontier frontier = new Frontier();
    private Hash rootThen = frontier.root();

    public FsckRun(
            Connection connection,
            CopyTableReader tables,
            StateTag stateTag,
            Pinned outside,
            Tolerance tolerance,
            Wrongs wrongs) {
        this.connection = connection;
        this.tables = tables;
        this.stateTag = stateTag;
        this.outside = outside;
        this.kept = outside.root();
        this.signed = new FsckSigned(connection);
        this.tolerance = tolerance;
        this.wrongs = wrongs;
        this.tags = new FsckTags(tolerance);
        this.commands = new FsckCommands(tolerance);
        this.logs = new FsckLogs(connection);
    }

    FsckReport run(LongConsumer progress) throws SQLException {
        try {
            tables.each("event", FsckEvent.SELECT, this::examine, batch -> {
                take(batch);
                progress.accept(events.position());
            });
            derived();
            return report(null);
        } catch (IntegrityViolation wrong) {
            return report(wrong.getMessage());
        } catch (LedgerDamaged damaged) {
            return report(damaged.what());
        } catch (SQLException e) {
            return unreadable(e);
        }
    }

    /** The report for tables that cannot be read because they are not those of a ledger. */
    FsckReport unreadable(SQLException e) throws SQLException {
        return report(undefined(e).getMessage());
    }

    /** What a database error says about its tables; rethrown where it says nothing about them. */
    public static IntegrityViolation undefined(SQLException e) throws SQLException {
        if (UNDEFINED.contains(String.valueOf(e.getSQLState()))) {
            return new IntegrityViolation("the tables are not those of a ledger: " + e.getMessage());
        }
        throw e;
    }

    /** Checks the events after one position up to another, which follow those checked before. */
    public void events(long after, long upTo) throws SQLException, IntegrityViolation {
        tables.each("event", FsckEvent.select(after, upTo), this::examine, this::take);
    }

    /** Checks the derived tables, after all events. */
    public void derived() throws SQLException, IntegrityViolation {
        tiles.check(tables);
        requireKept();
        eventIds.check(tables);
        tags.check(tables, connection, frontier.size());
        commands.check(tables, connection, frontier.size());
        signed.check(outside);
        logs.check(frontier.size());
        LedgerGuards.require(connection);
    }

    /** What is wrong within one row, without its neighbours; empty if nothing is. */
    public static Optional<String> wrongRow(Connection connection, long position, StateTag stateTag)
            throws SQLException {
        List<FsckEvent> found = new ArrayList<>();
        MultisetDigest.Partial tags = new MultisetDigest().part();
        try (CopyTableReader tables = new CopyTableReader(connection, 1)) {
            tables.each(
                    "event",
                    FsckEvent.select(position - 1, position),
                    rows -> rows.stream()
                            .map(row -> FsckEvent.of(row, stateTag, tags, Tolerance.none()))
                            .toList(),
                    found::addAll);
        } catch (IntegrityViolation wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
        return found.isEmpty()
                ? Optional.of("the row is missing")
                : Optional.ofNullable(found.getFirst().wrong());
    }

    private Batch examine(List<CopyRowReader> rows) {
        MultisetDigest.Partial part = tags.part();
        return new Batch(
                rows.stream()
                        .map(row -> FsckEvent.of(row, stateTag, part, tolerance))
                        .toList(),
                part);
    }

    private void take(Batch batch) throws IntegrityViolation {
        long tagCount = 0;
        for (FsckEvent event : batch.events()) {
            frontier.append(leafHash(event), tiles::expect);
            if (event.leaf() != null) {
                eventIds.expect(event.leaf().id());
            }
            commands.expect(event.position(), event.command());
            tagCount += event.tagCount();
            if (kept != null && kept.size() == frontier.size()) {
                rootThen = frontier.root();
            }
        }
        tags.expect(batch.tags(), tagCount);
    }

    private Hash leafHash(FsckEvent event) throws IntegrityViolation {
        if (event.wrong() == null || event.leaf() == null) {
            return events.check(event);
        }
        events.checkPosition(event.position());
        wrongs.take(event.position(), "event " + event.position() + ": " + event.wrong());
        return events.checkLeaf(event);
    }

    /** After the tiles, which locate a wrong leaf better than a root does. */
    private void requireKept() throws IntegrityViolation {
        if (kept != null && kept.size() > frontier.size()) {
            throw new IntegrityViolation("event %s: the row is missing; %s events were there when the root was kept"
                    .formatted(frontier.size() + 1, kept.size()));
        }
        if (kept != null && !kept.root().equals(rootThen)) {
            throw new IntegrityViolation("event 1 to %s: the root over these events is %s, but %s was kept"
                    .formatted(kept.size(), rootThen.hex(), kept.root().hex()));
        }
    }

    private FsckReport report(@Nullable String firstWrong) {
        return new FsckReport(
                frontier.size(),
                tags.count(),
                tiles.checked(),
                commands.count(),
                events.states(),
                logs.checkpoints(),
                logs.stateHeads(),
                signed.chained(),
                firstWrong,
                tolerance.accepted(),
                frontier.root().hex(),
                outside);
    }
}
