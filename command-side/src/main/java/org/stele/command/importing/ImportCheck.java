package org.stele.command.importing;

import java.time.LocalDate;
import java.util.Locale;
import org.stele.command.importing.workbook.WorkbookText;

/** The result of checking a whole file. */
record ImportCheck(long rows, ImportErrors errors) {

    private static final int ROWS_A_REPORT = 1_000;

    static ImportCheck of(ImportKind kind, ImportFile file, LocalDate today, long mostRows, ImportProgress progress) {
        ImportErrors errors = file.errors();
        if (!errors.isEmpty()) {
            return new ImportCheck(0, errors);
        }
        if (file.isTooLarge()) {
            errors.addToFile(
                    String.format(
                            Locale.ROOT, "Expected a file of at most %,d bytes. Divide it.", ImportFile.MAX_BYTES),
                    null);
            return new ImportCheck(0, errors);
        }
        if (!file.content().hasRemaining()) {
            errors.addToFile("The file is empty. " + Header.expected(kind), null);
            return new ImportCheck(0, errors);
        }
        if (WorkbookText.isOlderWorkbook(file.content())) {
            errors.addToFile(
                    "Expected CSV or an XLSX workbook, got an older workbook (.xls) or one under a password. Save it"
                            + " as XLSX without a password.",
                    null);
            return new ImportCheck(0, errors);
        }
        return Encoding.check(file, errors)
                ? rows(new ImportRows(kind, file, today, mostRows, errors), errors, progress)
                : new ImportCheck(0, errors);
    }

    private static ImportCheck rows(ImportRows rows, ImportErrors errors, ImportProgress progress) {
        while (rows.advance()) {
            if (rows.count() % ROWS_A_REPORT == 0) {
                progress.checked(rows.count());
            }
        }
        progress.checked(rows.count());
        if (rows.count() == 0 && errors.isEmpty()) {
            errors.addToFile("The file has a header and no rows under it. Add a row.", null);
        }
        return new ImportCheck(rows.count(), errors);
    }
}
