package org.stele.command.importing;

/**
 * An import that stopped between two rows because the ledger refused one. Rows entered before stay; sending the same
 * file again continues the import and enters nothing twice.
 */
public final class ImportStopped extends RuntimeException {

    static final String ADVICE =
            "Rows before it may be on record. Send the same file again: it goes on from there and enters nothing twice.";

    private final long row;

    ImportStopped(long row, RuntimeException cause) {
        super("Row %s could not be entered: %s %s".formatted(row, cause.getMessage(), ADVICE), cause);
        this.row = row;
    }

    /** The row that could not be entered. */
    public long row() {
        return row;
    }
}
