package org.stele.command.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first row of a file: the place of each column. */
final class Header {

    static final int MAX_COLUMNS = 1_000;

    private static final Map<Character, String> OTHER_SEPARATORS =
            Map.of(';', "semicolons", '\t', "tabs", '|', "vertical bars");

    private final Map<String, Integer> indexes;
    private final int width;

    private Header(Map<String, Integer> indexes, int width) {
        this.indexes = indexes;
        this.width = width;
    }

    /** The header; null, with an error for each wrong column, where it is not that of the kind. */
    static @Nullable Header of(ImportKind kind, List<String> names, ImportErrors errors) {
        if (isTooWide(kind, names, errors) || isSeparatedOtherwise(kind, names, errors)) {
            return null;
        }
        Map<String, Integer> indexes = new HashMap<>();
        boolean right = true;
        for (int index = 0; index < names.size() - blanksAtTheEnd(names); index++) {
            right &= add(kind, Cells.withoutBlanksAround(names.get(index)), index, indexes, errors);
        }
        for (String column : kind.requiredColumns()) {
            if (!indexes.containsKey(column)) {
                errors.add(CsvRecords.HEADER_ROW, column, "The column is missing. " + expected(kind), null);
                right = false;
            }
        }
        return right ? new Header(indexes, names.size()) : null;
    }

    /** Spreadsheets write a comma for each column that was once used: empty names at the end are no columns. */
    private static int blanksAtTheEnd(List<String> names) {
        int blanks = 0;
        while (blanks < names.size() && names.get(names.size() - 1 - blanks).isBlank()) {
            blanks++;
        }
        return blanks;
    }

    private static boolean isTooWide(ImportKind kind, List<String> names, ImportErrors errors) {
        if (names.size() > MAX_COLUMNS) {
            errors.addToFile(
                    "Expected at most %s columns, got %s. Take out the empty columns after the last one. %s"
                            .formatted(MAX_COLUMNS, names.size(), expected(kind)),
                    null);
        }
        return names.size() > MAX_COLUMNS;
    }

    private static boolean add(
            ImportKind kind, String name, int index, Map<String, Integer> indexes, ImportErrors errors) {
        if (!kind.columns().contains(name)) {
            String message = "There is no such column in a file of %s. %s".formatted(kind.id(), expected(kind));
            errors.add(CsvRecords.HEADER_ROW, name, message, name);
            return false;
        }
        if (indexes.putIfAbsent(name, index) != null) {
            errors.add(CsvRecords.HEADER_ROW, name, "The column is there twice. Leave one of them out.", name);
            return false;
        }
        return true;
    }

    private static boolean isSeparatedOtherwise(ImportKind kind, List<String> names, ImportErrors errors) {
        String first = names.getFirst();
        for (Map.Entry<Character, String> separator : OTHER_SEPARATORS.entrySet()) {
            if (names.size() == 1 && first.indexOf(separator.getKey()) >= 0) {
                errors.addToFile(
                        "Expected columns separated by commas, got %s. Save the file as \"CSV UTF-8 (comma delimited)\". %s"
                                .formatted(separator.getValue(), expected(kind)),
                        first);
                return true;
            }
        }
        return false;
    }

    static String expected(ImportKind kind) {
        List<String> optional =
                kind.columns().stream().filter(kind::mayLeaveOut).toList();
        return "Expected the header " + String.join(",", kind.columns())
                + (optional.isEmpty() ? "" : "; may be left out: " + String.join(", ", optional));
    }

    /** The number of cells of a row. */
    int width() {
        return width;
    }

    /** The first cell without a column name, from 0; -1 where there is none. */
    int cellWithoutColumn(List<String> cells) {
        for (int index = indexes.size(); index < cells.size(); index++) {
            if (!cells.get(index).isBlank()) {
                return index;
            }
        }
        return -1;
    }

    /** The cell; empty where the file leaves the column out. */
    String cell(List<String> cells, String column) {
        Integer index = indexes.get(column);
        return index == null ? "" : cells.get(index);
    }
}
