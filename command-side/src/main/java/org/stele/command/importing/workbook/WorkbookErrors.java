package org.stele.command.importing.workbook;

import org.jspecify.annotations.Nullable;

/** Receives what cannot be read in a workbook. */
@FunctionalInterface
public interface WorkbookErrors {

    /**
     * @param row as the spreadsheet numbers it, from 1
     * @param column the text at the head of the column; null where the whole row or workbook is meant
     * @param got what stands there; null where nothing does
     */
    void add(long row, @Nullable String column, String message, @Nullable String got);
}
