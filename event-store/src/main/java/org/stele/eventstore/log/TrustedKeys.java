package org.stele.eventstore.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.home.SigningKeys;
import org.stele.eventstore.home.SigningRefused;
import org.stele.eventstore.jdbc.Query;
import org.stele.eventstore.log.ChainRow.Subject;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.note.Policy;

/**
 * A TrustedKeys is the keys that have signed a ledger, each with its range of sizes, according to the ledger itself.
 */
public record TrustedKeys(List<Range> ranges) {

    /**
     * A Range is the sizes that one key signs.
     *
     * @param last null while it still signs
     */
    public record Range(NoteKey key, long first, @Nullable Long last) {}

    public TrustedKeys {
        ranges = List.copyOf(ranges);
    }

    public static TrustedKeys read(Connection connection) throws SQLException {
        return new TrustedKeys(Query.list(
                connection,
                """
                SELECT f.verifier_key, f.size AS first, l.size AS last FROM ledger.signing_key f
                LEFT JOIN ledger.signing_key l ON l.verifier_key = f.verifier_key AND l.edge = 'last'
                WHERE f.edge = 'first' ORDER BY f.size, f.verifier_key COLLATE "C" LIMIT 64
                """,
                statement -> {},
                row -> new Range(
                        key(row.getString("verifier_key")), row.getLong("first"), row.getObject("last", Long.class))));
    }

    private static NoteKey key(String stored) {
        try {
            return NoteKey.parse(stored);
        } catch (IllegalArgumentException e) {
            throw new LedgerDamaged("signing_key (" + stored + "): it is no key: " + e.getMessage());
        }
    }

    /** All keys that have signed, including retired ones. */
    public List<NoteKey> all() {
        return ranges.stream().map(Range::key).toList();
    }

    /**
     * Adds the keys that sign from this size on, and ends the ranges of those that no longer do.
     *
     * @param size that was signed last
     * @return the rows that were recorded
     */
    public List<Subject> admit(Connection connection, SigningKeys signing, long size) throws SQLException {
        List<NoteKey> now = signing.verifierKeys();
        requireAdmissible(signing);
        List<Subject> recorded = new ArrayList<>();
        for (NoteKey key : now) {
            if (range(key).isEmpty()) {
                recorded.add(insert(connection, key, "first", ranges.isEmpty() ? 0 : size));
            }
        }
        for (Range range : ranges) {
            if (range.last() == null && !now.contains(range.key())) {
                recorded.add(insert(connection, range.key(), "last", size));
            }
        }
        return recorded;
    }

    /**
     * Refuses keys that may not sign this ledger, or not any more, and new keys without an overlap: nobody could tell
     * those from a thief's.
     */
    public void requireAdmissible(SigningKeys signing) {
        String origin = signing.origin();
        List<NoteKey> now = signing.verifierKeys();
        for (Range range : ranges) {
            if (!range.key().name().equals(origin)) {
                throw new SigningRefused(
                        "This ledger is named %s, and the configured origin is %s. A ledger keeps its name: set STELE_ORIGIN to %1$s."
                                .formatted(range.key().name(), origin));
            }
            if (range.last() != null && now.contains(range.key())) {
                throw new SigningRefused(
                        "The key %s was given up at size %s and cannot sign again. Configure the keys that sign now, or a new one beside them."
                                .formatted(range.key(), range.last()));
            }
        }
        boolean overlaps = ranges.isEmpty() || ranges.stream().anyMatch(range -> now.contains(range.key()));
        if (!overlaps) {
            throw new SigningRefused(
                    "None of the configured keys %s has signed this ledger; expected one of %s. Restore the key, or start once with both: the old one as STELE_SIGNING_KEY, the new one as STELE_SIGNING_KEY_NEXT."
                            .formatted(now, ranges.stream().map(Range::key).toList()));
        }
    }

    private Optional<Range> range(NoteKey key) {
        return ranges.stream().filter(range -> range.key().equals(key)).findFirst();
    }

    private static Subject insert(Connection connection, NoteKey key, String edge, long size) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO ledger.signing_key (verifier_key, edge, size) VALUES (?, ?, ?)")) {
            statement.setString(1, key.toString());
            statement.setString(2, edge);
            statement.setLong(3, size);
            statement.execute();
        }
        return Subject.signingKey(key.toString(), edge, size);
    }

    /** The keys as a C2SP tlog-policy with ranges of sizes, which asks for no witness (docs/spec/ledger.md, section 5). */
    public String policyText() {
        StringBuilder text = new StringBuilder();
        for (Range range : ranges) {
            text.append("log ").append(range.key());
            // Without the range it is a policy that other programs read too.
            if (range.first() > 0 || range.last() != null) {
                text.append(" sizes=").append(range.first()).append('-');
                text.append(range.last() == null ? "" : range.last());
            }
            text.append('\n');
        }
        return text.append("quorum none\n").toString();
    }

    /** The policy to verify checkpoints with; there must be a key. */
    public Policy policy() {
        return Policy.parse(policyText().getBytes(US_ASCII));
    }
}
