package org.stele.eventstore.append.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stele.eventstore.append.Submission;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.TagHash;
import org.stele.eventstore.event.TypeHash;
import org.stele.eventstore.jdbc.IndexSql;
import org.stele.eventstore.jdbc.Query;
import tools.jackson.databind.json.JsonMapper;

/**
 * A ConflictQuery checks, in one round trip, the append conditions of submissions whose marker is older than the recent
 * events in memory.
 */
final class ConflictQuery {

    /** One row a clause; positions from its own marker to the start of the recent events. */
    private static final String SQL = """
            WITH clause AS (
                SELECT * FROM jsonb_to_recordset(?::jsonb)
                AS c (submission int, after bigint, entry bigint, tags text[], types text[], hashes int[]))
            SELECT DISTINCT c.submission FROM clause c
            WHERE CASE WHEN c.entry IS NULL
                THEN EXISTS (
                    SELECT FROM ledger.event e WHERE e.position > c.after AND e.position <= ?
                    AND (c.types IS NULL OR e.type = ANY (c.types)))
                ELSE EXISTS (
                    SELECT FROM %s
                    WHERE r.key = c.entry AND r.block >= c.after / 1024 AND r.block <= (? - 1) / 1024
                    AND (c.types IS NULL OR r.type = ANY (c.hashes))
                    AND e.position > c.after AND e.position <= ? AND e.tags @> c.tags
                    AND (c.types IS NULL OR e.type = ANY (c.types) OR %s <> r.type))
                END
            """.formatted(IndexSql.HITS, IndexSql.TYPE_OF_EVENT);

    private ConflictQuery() {}

    /** The submissions, by their index, whose condition an event up to {@code upTo} contradicts. */
    static Set<Integer> find(Connection connection, List<Submission> submissions, long upTo) throws SQLException {
        List<Map<String, Object>> clauses = new ArrayList<>();
        for (int i = 0; i < submissions.size(); i++) {
            Submission submission = submissions.get(i);
            if (submission.isConditional() && submission.after() < upTo) {
                clauses.addAll(clauses(i, submission));
            }
        }
        if (clauses.isEmpty()) {
            return Set.of();
        }
        String json = JsonMapper.shared().writeValueAsString(clauses);
        // No limit: at most one row per submission.
        return new HashSet<>(Query.list(
                connection,
                SQL,
                statement -> {
                    statement.setString(1, json);
                    statement.setLong(2, upTo);
                    statement.setLong(3, upTo);
                    statement.setLong(4, upTo);
                },
                row -> row.getInt(1)));
    }

    private static List<Map<String, Object>> clauses(int index, Submission submission) {
        if (submission.selection().isAll()) {
            return List.of(Map.of("submission", index, "after", submission.after()));
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Selection.Clause clause : submission.selection().clauses()) {
            Map<String, Object> row = new HashMap<>(Map.of("submission", index, "after", submission.after()));
            if (!clause.tags().isEmpty()) {
                row.put("entry", TagHash.of(clause.tags().iterator().next()));
                row.put("tags", clause.tags());
            }
            if (!clause.types().isEmpty()) {
                row.put("types", clause.types());
                row.put("hashes", clause.types().stream().map(TypeHash::of).toList());
            }
            rows.add(row);
        }
        return rows;
    }
}
