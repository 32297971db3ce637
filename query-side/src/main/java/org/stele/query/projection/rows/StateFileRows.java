package org.stele.query.projection.rows;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.statefile.StateFile;
import org.stele.statefile.lens.Sight;

/** The tables of files. Writes use the caller's transaction. */
public final class StateFileRows {

    public static final String NAME = StandingRow.NAME;

    private final JdbcClient jdbc;
    private final RecordRows things;
    private final StandingRow standing;

    public StateFileRows(DataSource dataSource, ViewKey key) {
        this.jdbc = JdbcClient.create(dataSource);
        this.things = new RecordRows(dataSource, key);
        this.standing = new StandingRow(jdbc, key);
    }

    /**
     * The position of the projection.
     *
     * @param generation which files are the live ones
     * @param position every event up to it is folded into them, or held back
     * @param retryCount how many retries changed rows behind the position
     */
    public record Progress(long generation, long position, long retryCount) {

        static final Progress NOWHERE = new Progress(0, 0, 0);

        /** Whether nothing up to this position was written anew since. */
        public boolean isContinuedBy(Progress later) {
            return generation == later.generation && retryCount == later.retryCount && position <= later.position;
        }
    }

    /** A record of a State that the current events are about. */
    public record Named(MemberState memberState, FilingId id) {}

    /**
     * The unverified content of the projection's row; position 0 where there is none. {@link #standing} verifies it.
     */
    public Progress progress() {
        Progress progress = standing.progress();
        return progress == null ? Progress.NOWHERE : progress;
    }

    public RecordRows things() {
        return things;
    }

    public StandingRow standing() {
        return standing;
    }

    /** Locks out every other writer until the transaction ends. */
    public Standing lock() {
        return standing.lock();
    }

    /**
     * Writes the records that changed in files after a position, in place of rows with these seals, and updates the
     * sums.
     */
    public void save(
            long generation,
            Collection<StateFile> files,
            long changedAfter,
            Map<RecordRow.Key, Seal> before,
            SightSums sums) {
        files.forEach(file -> things.save(generation, file, changedAfter, before, sums));
    }

    /** The records themselves that changed after a position. */
    public ReadRecords changedAfter(long generation, long position) {
        return ReadRecords.of(things.changedAfter(Sight.RECORD, generation, position));
    }

    /** The same of one State. */
    public ReadRecords changedAfter(long generation, long position, MemberState state) {
        return ReadRecords.of(things.changedAfter(Sight.RECORD, state, generation, position));
    }

    /** The named records of each State, and what its file does without; no others. */
    public ReadRecords load(long generation, Set<Named> named) {
        return things.load(generation, named);
    }

    /** A generation that no live files have, and no rows. */
    public long nextGeneration() {
        long live = progress().generation();
        long next =
                jdbc.sql("SELECT nextval('query.generation')").query(Long.class).single();
        long generation = next == live ? nextGeneration() : next;
        things.drop(generation);
        jdbc.sql("DELETE FROM query.held WHERE generation = ?")
                .param(generation)
                .update();
        return generation;
    }

    /** Makes these files the live ones and deletes all others. */
    public void switchTo(Standing files) {
        long generation = files.progress().generation();
        standing.write(files);
        things.dropOthers(generation);
        jdbc.sql("DELETE FROM query.held WHERE generation <> ?")
                .param(generation)
                .update();
    }

    /**
     * Deletes rows that cannot be continued although nobody changed them: of another version, or sealed with another
     * key. Everything is then folded anew, from the first event on.
     *
     * @return why; null where the rows can be continued
     */
    public @Nullable String begin() {
        standing.lockAnyhow();
        String reason = standing.reasonToBeginAnew();
        if (reason != null) {
            switchTo(new Standing(new Progress(nextGeneration(), 0, 0), new SightSums()));
            dropTokens();
        }
        return reason;
    }

    /** Lets the next processor begin at the projection's position, whatever token the last one stored. */
    public void dropTokens() {
        jdbc.sql("DELETE FROM query.token_entry WHERE processorName = ?")
                .param(NAME)
                .update();
    }
}
