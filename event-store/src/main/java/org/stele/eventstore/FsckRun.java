package org.stele.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Frontier;
import org.stele.ledger.Hash;

/** A FsckRun is one check of one snapshot, table after table. */
final class FsckRun {

    /** A table, column or schema that is not there, or a table that is something else: it was dropped, renamed or put in place. */
    private static final Set<String> UNDEFINED = Set.of("42P01", "42703", "3F000", "42809");

    /** What became of a batch of events. */
    private record Batch(List<FsckEvent> events, FsckTally.Part tags) {}

    private final Connection connection;
    private final CopyOutRows tables;
    private final String stateTagKey;
    private final Kept outside;
    private final @Nullable KeptRoot kept;
    private final FsckEvents events = new FsckEvents();
    private final FsckTags tags = new FsckTags();
    private final FsckCommands commands = new FsckCommands();
    private final FsckTiles tiles = new FsckTiles();
    private final FsckSigned signed;
    private final FsckLogs logs;
    private final Frontier frontier = new Frontier();
    private Hash rootThen = frontier.root();

    FsckRun(Connection connection, CopyOutRows tables, String stateTagKey, Kept outside) {
        this.connection = connection;
        this.tables = tables;
        this.stateTagKey = stateTagKey;
        this.outside = outside;
        this.kept = outside.root();
        this.signed = new FsckSigned(connection);
        this.logs = new FsckLogs(connection);
    }

    FsckReport run(LongConsumer progress) throws SQLException {
        try {
            tables.each("event", FsckEvent.SELECT, this::examine, batch -> {
                take(batch);
                progress.accept(events.position());
            });
            tiles.check(tables);
            requireKept();
            tags.check(tables, connection, frontier.size());
            commands.check(tables, connection, frontier.size());
            signed.check(outside);
            logs.check(frontier.size());
            FsckGuard.check(connection);
            return report(null);
        } catch (Wrong wrong) {
            return report(wrong.getMessage());
        } catch (LedgerDamaged damaged) {
            return report(damaged.what());
        } catch (SQLException e) {
            if (UNDEFINED.contains(String.valueOf(e.getSQLState()))) {
                return report("the tables are not those of a ledger: " + e.getMessage());
            }
            throw e;
        }
    }

    private Batch examine(List<CopiedRow> rows) {
        FsckTally.Part part = tags.part();
        return new Batch(
                rows.stream().map(row -> FsckEvent.of(row, stateTagKey, part)).toList(), part);
    }

    private void take(Batch batch) throws Wrong {
        long tagCount = 0;
        for (FsckEvent event : batch.events()) {
            frontier.append(events.check(event), tiles::expect);
            commands.expect(event.position(), event.command());
            tagCount += event.tagCount();
            if (kept != null && kept.size() == frontier.size()) {
                rootThen = frontier.root();
            }
        }
        tags.expect(batch.tags(), tagCount);
    }

    /** Compared after the tiles, which tell better than a root where a leaf is another one. */
    private void requireKept() throws Wrong {
        if (kept != null && kept.size() > frontier.size()) {
            throw new Wrong("event %s: the row is missing; %s events were there when the root was kept"
                    .formatted(frontier.size() + 1, kept.size()));
        }
        if (kept != null && !kept.root().equals(rootThen)) {
            throw new Wrong("event 1 to %s: the root over these events is %s, but %s was kept"
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
                frontier.root().hex(),
                outside);
    }
}
