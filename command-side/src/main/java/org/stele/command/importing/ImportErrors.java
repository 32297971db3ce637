package org.stele.command.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.command.rules.PersonalDataSigns;
import org.stele.command.rules.PersonalDataSigns.Sign;

/** Collects the errors and warnings of one file: all are counted, the first ones kept. */
final class ImportErrors {

    static final int MAX_LISTED = 1_000;

    private final List<ImportError> listed = new ArrayList<>();
    private final List<ImportError> warnings = new ArrayList<>();
    private final boolean warns;
    private long count;
    private long warningsCount;

    /** Of a file that is checked. */
    ImportErrors() {
        this(true);
    }

    private ImportErrors(boolean warns) {
        this.warns = warns;
    }

    /** Of a file that was checked a moment ago, whose warnings are told already: looking for them again takes longest of all. */
    static ImportErrors withoutWarnings() {
        return new ImportErrors(false);
    }

    void add(long row, @Nullable String column, String message, @Nullable String got) {
        count++;
        if (listed.size() < MAX_LISTED) {
            listed.add(new ImportError(row, column, message, got));
        }
    }

    /** An error about the file or its header. */
    void addToFile(String message, @Nullable String got) {
        add(CsvRecords.HEADER_ROW, null, message, got);
    }

    /** Of a text that may hold personal data, and is entered as it stands. */
    void warnOfPersonalData(long row, String column, String text) {
        Set<Sign> signs = warns ? PersonalDataSigns.in(text) : Set.of();
        if (!signs.isEmpty()) {
            warn(
                    row,
                    column,
                    "The text may hold %s. Take it out if it does: what is entered stays."
                            .formatted(PersonalDataSigns.words(signs)));
        }
    }

    private void warn(long row, String column, String message) {
        warningsCount++;
        if (warnings.size() < MAX_LISTED) {
            warnings.add(new ImportError(row, column, message, null));
        }
    }

    long warningsCount() {
        return warningsCount;
    }

    List<ImportError> warnings() {
        return warnings;
    }

    boolean isEmpty() {
        return count == 0;
    }

    long count() {
        return count;
    }

    List<ImportError> listed() {
        return listed;
    }
}
