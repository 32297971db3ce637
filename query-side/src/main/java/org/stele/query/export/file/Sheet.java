package org.stele.query.export.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One table: what every file of an export has in it.
 *
 * @param rows each with one cell a column, of the column's kind
 */
public record Sheet(String title, List<Column> columns, List<List<Cell>> rows) {

    public Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    public static Builder of(String title, Column... columns) {
        return new Builder(title, List.of(columns));
    }

    /** The places of the columns that a printed sheet has. */
    int[] onPaper() {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).onPaper())
                .toArray();
    }

    /** A sheet that is being filled. */
    public static final class Builder {

        private final String title;
        private final List<Column> columns;
        private final List<List<Cell>> rows = new ArrayList<>();

        private Builder(String title, List<Column> columns) {
            this.title = title;
            this.columns = columns;
        }

        /** @param values one a column, as {@link Cell#of} takes them */
        public void row(@Nullable Object... values) {
            List<Cell> cells = Arrays.stream(values).map(Cell::of).toList();
            if (cells.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "Expected %s cells in %s, got %s.".formatted(columns.size(), title, cells.size()));
            }
            for (int i = 0; i < cells.size(); i++) {
                if (!columns.get(i).takes(cells.get(i))) {
                    throw new IllegalArgumentException("The column %s takes no %s."
                            .formatted(columns.get(i).name(), cells.get(i)));
                }
            }
            rows.add(cells);
        }

        public Sheet build() {
            return new Sheet(title, columns, rows);
        }
    }
}
