package org.stele.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A DiskUse is the size of a ledger's tables on disk. */
record DiskUse(List<Table> tables) {

    /** @param heapBytes of the table itself, including its TOAST table */
    record Table(String name, long heapBytes, long indexBytes) {}

    static DiskUse of(LedgerDatabase database) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (String name : List.of("event", "index_run", "merkle_tile", "command")) {
            tables.add(new Table(
                    name,
                    database.number("SELECT pg_table_size('ledger." + name + "')"),
                    database.number("SELECT pg_indexes_size('ledger." + name + "')")));
        }
        return new DiskUse(tables);
    }

    String markdown(long events) {
        long heap = tables.stream().mapToLong(Table::heapBytes).sum();
        long index = tables.stream().mapToLong(Table::indexBytes).sum();
        List<Table> lines = new ArrayList<>(tables);
        lines.add(new Table("all", heap, index));
        return """
                | Table | Bytes an event | Of its indexes | Together |
                |---|---:|---:|---:|
                %s
                """.formatted(lines.stream()
                .map(table -> String.format(
                        Locale.ROOT,
                        "| %s | %.0f | %.0f | %.0f |",
                        table.name(),
                        (double) table.heapBytes() / events,
                        (double) table.indexBytes() / events,
                        (double) (table.heapBytes() + table.indexBytes()) / events))
                .collect(Collectors.joining("\n")));
    }
}
