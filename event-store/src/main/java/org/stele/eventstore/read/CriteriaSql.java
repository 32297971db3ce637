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
import org.stele.eventstore.event.IndexRun;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.TagHash;
import org.stele.eventstore.event.TypeHash;
import org.stele.eventstore.jdbc.IndexSql;

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
            hits.add("(" + sql + " LIMIT ?)");
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
        parameters.add(tags.stream().map(TagHash::of).toList());
        String sql = "SELECT DISTINCT e.position FROM " + IndexSql.HITS + " WHERE r.key = ANY (?::bigint[])"
                + between(parameters, after, upTo) + " AND e.tags && ?::text[]";
        parameters.add(tags);
        return sql + ofTypes(alike.getFirst().types(), parameters) + " ORDER BY 1";
    }

    /** The positions that a clause matches. One tag enters the index; event.tags confirms that tag and the others. */
    private static String hits(Selection.Clause clause, List<Object> parameters, long after, long upTo) {
        if (clause.tags().isEmpty()) {
            parameters.addAll(List.of(after, upTo, clause.types()));
            return "SELECT e.position FROM ledger.event e WHERE e.position > ? AND e.position <= ?"
                    + " AND e.type = ANY (?::text[]) ORDER BY 1";
        }
        parameters.add(TagHash.of(indexed(clause)));
        // An entry that was falsified to stand twice makes no page shorter, which would look like the last one.
        String sql = "SELECT DISTINCT ON (block, named) position FROM (SELECT e.position, r.block, " + IndexSql.POSITION
                + " AS named FROM " + IndexSql.HITS + " WHERE r.key = ?" + between(parameters, after, upTo)
                + " AND e.tags @> ?::text[]";
        parameters.add(clause.tags());
        // In the order of the index as far as that goes, so that the rest is sorted block by block.
        return sql + ofTypes(clause.types(), parameters) + ") named ORDER BY block, named";
    }

    private static String between(List<Object> parameters, long after, long upTo) {
        parameters.addAll(List.of(IndexRun.block(after + 1), IndexRun.block(upTo), after, upTo));
        return " AND r.block >= ? AND r.block <= ? AND e.position > ? AND e.position <= ?";
    }

    private static String ofTypes(Set<String> types, List<Object> parameters) {
        if (types.isEmpty()) {
            return "";
        }
        parameters.add(types.stream().map(TypeHash::of).toList());
        parameters.add(types);
        return " AND " + IndexSql.OF_TYPES;
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
