package org.stele.command.importing.workbook;

/** A workbook that cannot be read; the message says what to do. */
final class UnreadableWorkbook extends RuntimeException {

    static final String ADVICE = " Save it in a spreadsheet as XLSX again, or as \"CSV UTF-8 (comma delimited)\".";

    UnreadableWorkbook(String message) {
        super(message + ADVICE);
    }

    UnreadableWorkbook(String message, Throwable cause) {
        super(message + ADVICE, cause);
    }
}
