package org.stele.query.projection.rows;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.query.projection.rows.StateFileRows.Progress;
import org.stele.statefile.StateFileJson;
import org.stele.statefile.lens.Sight;

/** The rows of query.projection, one for each lens, sealed. Writes use the caller's transaction. */
public final class StandingRow {

    static final String NAME = "state-file";

    private static final byte[] NONE = {};
    private static final String SELECT = """
            SELECT p.name, p.generation, p.position, p.retry_count, p.fold_version, p.key_id, p.leaf_hash, p.iv, p.sums, p.mac,
                (SELECT e.leaf_hash FROM ledger.event e WHERE e.position = p.position) AS ledgers_leaf_hash
            FROM query.projection p WHERE p.name = ANY (?)
            """;
    /** The row of the records is the first: who has it locked has all. */
    private static final String AND_LOCK = " ORDER BY p.name FOR UPDATE OF p";

    private final JdbcClient jdbc;
    private final ViewKey key;

    StandingRow(JdbcClient jdbc, ViewKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** The row as stored, verified or not. */
    private record Stored(
            String name,
            Progress progress,
            int foldVersion,
            byte[] keyId,
            byte[] leafHash,
            byte[] iv,
            byte[] hidden,
            byte[] mac,
            byte[] ledgersLeafHash) {}

    private static String name(Sight sight) {
        return sight == Sight.RECORD ? NAME : NAME + " " + sight;
    }

    /** The content of the row without verification; null where there is none. */
    @Nullable
    Progress progress() {
        return jdbc.sql("SELECT generation, position, retry_count FROM query.projection WHERE name = ?")
                .param(NAME)
                .query((row, _) -> progress(row))
                .optional()
                .orElse(null);
    }

    /** The code of a lens's row, by which a row that was verified is recognised; empty where there is none. */
    public byte[] mac(Sight sight) {
        return jdbc.sql("SELECT mac FROM query.projection WHERE name = ?")
                .param(name(sight))
                .query((row, _) -> bytes(row, "mac"))
                .optional()
                .orElse(NONE);
    }

    /** The verified content of one lens's row; {@link ViewsNotTrusted} where the projection did not write it. */
    public Standing read(Sight sight) {
        Stored row = trusted(stored(SELECT, sight).get(name(sight)));
        return new Standing(row.progress(), SightSums.of(Map.of(sight, sums(row))), row.mac());
    }

    /** The verified content of all of them, which were written together. */
    public Standing read() {
        return all(SELECT);
    }

    /** The same, and locks out every other writer until the transaction ends. */
    Standing lock() {
        return all(SELECT + AND_LOCK);
    }

    private Standing all(String sql) {
        Map<Sight, Sums> sums = new EnumMap<>(Sight.class);
        Map<String, Stored> rows = stored(sql, Sight.values());
        Stored record = trusted(rows.get(NAME));
        for (Sight sight : Sight.values()) {
            Stored row = trusted(rows.get(name(sight)));
            if (!row.progress().equals(record.progress())) {
                throw new ViewsNotTrusted("The rows of query.projection were not written together");
            }
            sums.put(sight, sums(row));
        }
        return new Standing(record.progress(), SightSums.of(sums), record.mac());
    }

    private Sums sums(Stored row) {
        return Sums.decode(key.hide(row.iv(), row.hidden()));
    }

    /** Locks out every other writer, without verification; missing rows are inserted, empty. */
    public void lockAnyhow() {
        for (Sight sight : Sight.values()) {
            jdbc.sql("""
                    INSERT INTO query.projection (name, lens, generation, position) VALUES (?, ?, 0, 0)
                    ON CONFLICT (name) DO NOTHING
                    """).params(name(sight), sight.bit()).update();
        }
        stored(SELECT + AND_LOCK, Sight.values());
    }

    /** Why everything has to be folded anew at the start, although nothing is wrong; null where it has not. */
    public @Nullable String reasonToBeginAnew() {
        Stored row = Objects.requireNonNull(stored(SELECT, Sight.RECORD).get(NAME), "the row was put in");
        if (row.keyId().length == 0) {
            return "rows of an earlier version, or none, are there";
        }
        if (!Arrays.equals(row.keyId(), key.id())) {
            return "the rows were sealed with another key than the one of this node";
        }
        if (row.foldVersion() != StateFileJson.VERSION) {
            return "another version of this program folded what is there";
        }
        return isSealed(row) && !isOfThisLedger(row) ? otherLedger(row) : null;
    }

    /** By their names. */
    private Map<String, Stored> stored(String sql, Sight... sights) {
        return jdbc.sql(sql).param(names(sights)).query((row, _) -> stored(row)).list().stream()
                .collect(Collectors.toMap(Stored::name, Function.identity()));
    }

    private static String[] names(Sight... sights) {
        return Stream.of(sights).map(StandingRow::name).toArray(String[]::new);
    }

    private Stored trusted(@Nullable Stored row) {
        if (row == null) {
            throw new ViewsNotTrusted("The row of query.projection is missing");
        }
        if (!Arrays.equals(row.keyId(), key.id())) {
            throw new ViewsNotTrusted(
                    "The row of query.projection names another key than the one of this node. Nodes of one ledger share the file");
        }
        if (!isSealed(row)) {
            throw new ViewsNotTrusted("The row of query.projection, at position %s, is not what the projection wrote"
                    .formatted(row.progress().position()));
        }
        if (!isOfThisLedger(row)) {
            throw new ViewsNotTrusted(otherLedger(row));
        }
        return row;
    }

    private boolean isSealed(Stored row) {
        return row.iv().length == ViewKey.IV_BYTES
                && row.hidden().length == Sums.SIZE_BYTES
                && MessageDigest.isEqual(
                        row.mac(),
                        mac(row.name(), row.progress(), row.foldVersion(), row.leafHash(), row.iv(), row.hidden()));
    }

    private static boolean isOfThisLedger(Stored row) {
        return Arrays.equals(row.leafHash(), row.ledgersLeafHash());
    }

    private static String otherLedger(Stored row) {
        return "the event at position %s of the ledger is not the one that was folded"
                .formatted(row.progress().position());
    }

    private byte[] mac(String name, Progress progress, int foldVersion, byte[] leafHash, byte[] iv, byte[] hidden) {
        return key.seal(
                        "projection",
                        new long[] {progress.generation(), progress.position(), progress.retryCount(), foldVersion},
                        name.getBytes(US_ASCII),
                        leafHash,
                        iv,
                        hidden)
                .mac();
    }

    /** Replaces the content of all rows. */
    public void write(Standing standing) {
        Progress progress = standing.progress();
        byte[] leafHash = jdbc.sql("SELECT leaf_hash FROM ledger.event WHERE position = ?")
                .param(progress.position())
                .query((row, _) -> bytes(row, "leaf_hash"))
                .optional()
                .orElse(NONE);
        String[] names = names(Sight.values());
        byte[][] ivs = new byte[names.length][];
        byte[][] hidden = new byte[names.length][];
        byte[][] macs = new byte[names.length][];
        for (Sight sight : Sight.values()) {
            int i = sight.ordinal();
            ivs[i] = key.newIv();
            hidden[i] = key.hide(ivs[i], standing.sums().of(sight).encode());
            macs[i] = mac(names[i], progress, StateFileJson.VERSION, leafHash, ivs[i], hidden[i]);
        }
        jdbc.sql("""
                UPDATE query.projection p
                SET generation = ?, position = ?, retry_count = ?, fold_version = ?, key_id = ?, leaf_hash = ?, iv = row.iv,
                    sums = row.sums, mac = row.mac
                FROM unnest(?, ?, ?, ?) AS row (name, iv, sums, mac)
                WHERE p.name = row.name
                """)
                .params(
                        progress.generation(),
                        progress.position(),
                        progress.retryCount(),
                        StateFileJson.VERSION,
                        key.id(),
                        leafHash,
                        names,
                        ivs,
                        hidden,
                        macs)
                .update();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getString("name"),
                progress(row),
                row.getInt("fold_version"),
                bytes(row, "key_id"),
                bytes(row, "leaf_hash"),
                bytes(row, "iv"),
                bytes(row, "sums"),
                bytes(row, "mac"),
                bytes(row, "ledgers_leaf_hash"));
    }

    /** Empty for null, which the projection never writes. */
    public static byte[] bytes(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? NONE : bytes;
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(row.getLong("generation"), row.getLong("position"), row.getLong("retry_count"));
    }
}
