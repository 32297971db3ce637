package org.stele.query.projection.rows;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.query.statefile.StateFile;

/** The tables of files. What is written runs in the caller's transaction. */
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
     * Where the projection stands.
     *
     * @param generation which files are the live ones
     * @param position every event up to it is folded into them, or held back beside them
     * @param retryCount how often what was held back was folded after all, behind the position
     */
    public record Progress(long generation, long position, long retryCount) {

        static final Progress NOWHERE = new Progress(0, 0, 0);

        /** Whether nothing up to this position was written anew since. */
        public boolean isContinuedBy(Progress later) {
            return generation == later.generation && retryCount == later.retryCount && position <= later.position;
        }
    }

    /** A thing of a State that events in hand are about. */
    public record Named(MemberState memberState, FilingId id) {}

    /** What the projection's row says of itself; nowhere where there is none. {@link #standing} says whether it is true. */
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

    /** Keeps every other writer out until the transaction ends. */
    public Standing lock() {
        return standing.lock();
    }

    /** Writes what was changed in files after a position, in the place of rows with these seals, and brings the sums along. */
    public void save(
            long generation,
            Collection<StateFile> files,
            long changedAfter,
            Map<RecordRow.Key, Seal> before,
            Sums sums) {
        files.forEach(file -> things.save(generation, file, changedAfter, before, sums));
    }

    /** For each State of which something is named, what is named and no more. */
    public ReadRecords load(long generation, Set<Named> named) {
        return things.load(generation, named);
    }

    /** A number that no live files have, and no rows. */
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

    /** Makes these files the live ones and drops every other. */
    public void switchTo(Standing files) {
        long generation = files.progress().generation();
        standing.write(files);
        things.dropOthers(generation);
        jdbc.sql("DELETE FROM query.held WHERE generation <> ?")
                .param(generation)
                .update();
    }

    /**
     * Drops what cannot be gone on with though nobody did wrong: what another version made, or another key sealed. Everything is
     * folded anew then, from the first event on.
     *
     * @return why; null where what is there can be gone on with
     */
    public @Nullable String begin() {
        standing.lockAnyhow();
        String reason = standing.reasonToBeginAnew();
        if (reason != null) {
            switchTo(new Standing(new Progress(nextGeneration(), 0, 0), new Sums()));
            dropTokens();
        }
        return reason;
    }

    /** Has the next processor begin where the projection stands, wherever the last one believed to be. */
    public void dropTokens() {
        jdbc.sql("DELETE FROM query.token_entry WHERE processorName = ?")
                .param(NAME)
                .update();
    }
}
