package org.stele.eventstore.damage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.Body;
import org.stele.eventstore.event.TagHash;
import org.stele.eventstore.event.TypeHash;
import org.stele.eventstore.jdbc.IndexSql;
import org.stele.eventstore.jdbc.Query;
import org.stele.ledger.Commitment;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An AcceptedDamage is the decision of two persons about one position: its bytes do not match its leaf, and the ledger
 * continues nevertheless. It holds for the bytes as they were found. Any other change at the position is new damage. A redaction
 * is such a decision too: its body and salt are removed, and all else stays as it was.
 *
 * @param by the position of the event that records the decision
 * @param leafHash that the tree holds for the position
 * @param foundSha256 of everything found there, or that a redaction leaves there; see docs/operating/audit.md
 * @param found what is wrong there, in words
 * @param isRedaction whether the body was removed by order
 */
public record AcceptedDamage(
        long position,
        long by,
        Hash leafHash,
        Hash foundSha256,
        String found,
        String reason,
        String proposedBy,
        String acceptedBy,
        Instant acceptedAt,
        boolean isRedaction) {

    /** The stored names of the events that accept damage. They are recorded while damage stops all others. */
    public static final String PROPOSED_TYPE = "custody.DamageAcceptanceProposed";

    public static final String ACCEPTED_TYPE = "custody.DamageAccepted";

    public static final Set<String> TYPES = Set.of(PROPOSED_TYPE, ACCEPTED_TYPE);

    /** The tag that both events carry. */
    public static final String TAG = "custody=DAMAGE";

    /** The stored name of the event that orders the removal of a body, and the tag that it carries. */
    public static final String REDACTED_TYPE = "custody.EventRedacted";

    public static final String REDACTION_TAG = "custody=REDACTION";

    private static final String REDACTED = "redacted: the body was removed by order";

    /** The most that are expected: each one is a decision of two persons. */
    private static final int MOST = 10_000;

    /**
     * All accepted damage by position; of several decisions about one position, the last. An event that does not match
     * its own leaf is ignored.
     */
    public static Map<Long, AcceptedDamage> read(Connection connection) throws SQLException {
        Map<Long, AcceptedDamage> accepted = new HashMap<>();
        List<Optional<AcceptedDamage>> decisions = Query.list(
                connection,
                """
                SELECT e.position, e.recorded_at, e.body, e.salt, e.leaf
                FROM %s
                WHERE r.key = ANY (?) AND r.type = ANY (?) ORDER BY e.position LIMIT ?
                """.formatted(IndexSql.HITS),
                statement -> {
                    statement.setArray(
                            1, connection.createArrayOf("bigint", new Long[] {TagHash.of(TAG), TagHash.of(REDACTION_TAG)
                            }));
                    statement.setArray(2, connection.createArrayOf("integer", new Integer[] {
                        TypeHash.of(ACCEPTED_TYPE), TypeHash.of(REDACTED_TYPE)
                    }));
                    statement.setInt(3, MOST);
                },
                row -> Optional.ofNullable(decision(row)));
        List<AcceptedDamage> all = decisions.stream().flatMap(Optional::stream).toList();
        Map<Long, Hash> leaves = leavesOfRedactions(connection, all);
        all.stream()
                .filter(one -> !one.isRedaction || Objects.equals(leaves.get(one.position), one.leafHash))
                .forEach(one -> accepted.put(one.position(), one));
        return accepted;
    }

    /** An order to remove a body holds for the leaf that it names. */
    private static Map<Long, Hash> leavesOfRedactions(Connection connection, List<AcceptedDamage> all)
            throws SQLException {
        Long[] positions = all.stream()
                .filter(AcceptedDamage::isRedaction)
                .map(AcceptedDamage::position)
                .toArray(Long[]::new);
        Map<Long, Hash> leaves = new HashMap<>();
        if (positions.length > 0) {
            Query.list(
                    connection,
                    "SELECT position, leaf_hash FROM ledger.event WHERE position = ANY (?) AND octet_length(leaf_hash) = 32",
                    statement -> statement.setArray(1, connection.createArrayOf("bigint", positions)),
                    row -> leaves.put(
                            row.getLong("position"), Hash.of(Objects.requireNonNull(row.getBytes("leaf_hash")))));
        }
        return leaves;
    }

    private static @Nullable AcceptedDamage decision(ResultSet row) throws SQLException {
        try {
            byte[] body = row.getBytes("body");
            Hash commitment = Leaf.parse(row.getBytes("leaf")).commitment();
            if (body == null || !Commitment.of(row.getBytes("salt"), body).equals(commitment)) {
                return null;
            }
            return decision(row.getLong("position"), Query.instant(row, "recorded_at"), Body.parse(body));
        } catch (IllegalArgumentException | NullPointerException | JacksonException e) {
            return null;
        }
    }

    private static @Nullable AcceptedDamage decision(long by, Instant recordedAt, Body body) {
        JsonNode payload = JsonMapper.shared().readTree(body.payload());
        boolean isRedaction = body.type().equals(REDACTED_TYPE);
        AcceptedDamage decision = new AcceptedDamage(
                payload.path("position").asLong(),
                by,
                Hash.ofHex(payload.path("leafHash").asString()),
                Hash.ofHex(payload.path(isRedaction ? "remainsSha256" : "foundSha256")
                        .asString()),
                isRedaction ? REDACTED : payload.path("found").asString(),
                payload.path("reason").asString(),
                payload.path("proposedBy").asString(),
                payload.path(isRedaction ? "confirmedBy" : "acceptedBy").asString(),
                recordedAt,
                isRedaction);
        boolean isOfTwo = !decision.proposedBy.equalsIgnoreCase(decision.acceptedBy);
        boolean isLater = decision.by > decision.position;
        return (isRedaction || body.type().equals(ACCEPTED_TYPE)) && isOfTwo && isLater ? decision : null;
    }

    /** Whether the damage is still the one that was accepted, or only what a redaction removes is missing. */
    boolean stands(Connection connection) throws SQLException {
        return DamagedPlace.sha256(connection, position).equals(foundSha256);
    }
}
