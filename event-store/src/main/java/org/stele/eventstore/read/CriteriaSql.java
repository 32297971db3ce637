package org.stele.eventstore.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.TagHash;

/**
 * A CriteriaSql is a {@link Selection} as the SQL that reads its events between two positions. The only place where SQL
 * is composed; every value is a parameter.
 */
record CriteriaSql(String sql, List<Object> parameters) {

    static final String COLUMNS = "e.position, e.event_id, e.recorded_at, e.body, e.salt, e.leaf, e.leaf_hash";

    static CriteriaSql read(Selection selection, long after, long upTo, int limit) {
        List<Object> parameters = new ArrayList<>();
        if (selection.isAll()) {
            parameters.addAll(List.of(after, upTo, limit));
            return new CriteriaSql(
                    "SELECT " + COLUMNS + " FROM ledger.event e WHERE e.position > ? AND e.position <= ?"
                            + " ORDER BY e.position LIMIT ?",
                    parameters);
        }
        List<String> hits = new ArrayList<>();
        for (List<Selection.Clause> alike : alike(selection)) {
            Selection.Clause first = alike.getFirst();
            // Without one tag each, they are the same clause several times.
            String sql = first.tags().size() == 1 && alike.size() > 1
                    ? hits(alike, parameters, after, upTo)
                    : hits(first, parameters, after, upTo);
            hits.add("(" + sql + " ORDER BY 1 LIMIT ?)");
            parameters.add(limit);
        }
        parameters.add(limit);
        return new CriteriaSql(
                "SELECT " + COLUMNS + " FROM (" + String.join(" UNION ", hits)
                        + ") hit JOIN ledger.event e ON e.position = hit.position ORDER BY e.position LIMIT ?",
                parameters);
    }

    /** Clauses of one tag each that differ in nothing else are searched at once: a decision may be on hundreds of records. */
    private static Collection<List<Selection.Clause>> alike(Selection selection) {
        Map<Object, List<Selection.Clause>> alike = new LinkedHashMap<>();
        for (Selection.Clause clause : selection.clauses()) {
            Object key = clause.tags().size() == 1 ? clause.types() : clause;
            alike.computeIfAbsent(key, _ -> new ArrayList<>()).add(clause);
        }
        return alike.values();
    }

    /** The positions that clauses of one tag each and of the same types match. */
    private static String hits(List<Selection.Clause> alike, List<Object> parameters, long after, long upTo) {
        Set<String> tags = alike.stream()
                .flatMap(clause -> clause.tags().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        parameters.addAll(List.of(tags.stream().map(TagHash::of).toList(), after, upTo, tags));
        String sql = "SELECT t.position FROM ledger.event_tag t JOIN ledger.event e ON e.position = t.position"
                + " WHERE t.tag = ANY (?::bigint[]) AND t.position > ? AND t.position <= ? AND e.tags && ?::text[]";
        Set<String> types = alike.getFirst().types();
        if (types.isEmpty()) {
            return sql;
        }
        parameters.add(types);
        return sql + " AND t.type = ANY (?::text[])";
    }

    /** The positions that a clause matches. One tag enters the index; event.tags confirms that tag and the others. */
    private static String hits(Selection.Clause clause, List<Object> parameters, long after, long upTo) {
        String types = "";
        String sql;
        if (clause.tags().isEmpty()) {
            sql = "SELECT e.position FROM ledger.event e WHERE e.position > ? AND e.position <= ?";
            parameters.addAll(List.of(after, upTo));
            types = " AND e.type = ANY (?::text[])";
        } else {
            sql = "SELECT t.position FROM ledger.event_tag t JOIN ledger.event e ON e.position = t.position"
                    + " WHERE t.tag = ? AND t.position > ? AND t.position <= ? AND e.tags @> ?::text[]";
            parameters.addAll(List.of(TagHash.of(indexed(clause)), after, upTo, clause.tags()));
            types = " AND t.type = ANY (?::text[])";
        }
        if (clause.types().isEmpty()) {
            return sql;
        }
        parameters.add(clause.types());
        return sql + types;
    }

    /** The longest names a record; the others may be a State's, which thousands of events have. */
    private static String indexed(Selection.Clause clause) {
        return Collections.max(
                clause.tags(), Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    void bind(Connection connection, PreparedStatement statement) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            switch (parameters.get(i)) {
                case Set<?> texts -> statement.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
                case List<?> numbers ->
                    statement.setArray(i + 1, connection.createArrayOf("bigint", numbers.toArray()));
                default -> statement.setObject(i + 1, parameters.get(i));
            }
        }
    }
}
