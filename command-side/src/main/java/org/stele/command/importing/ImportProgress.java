package org.stele.command.importing;

/**
 * Somebody who is told how far an import has come. The calls of one import follow one another, though from several threads;
 * what one throws ends the import there, and sending the file again goes on from there.
 */
public interface ImportProgress {

    /** Rows checked so far. */
    void checked(long rows);

    /** Rows entered so far, of all; rows that were on record before count too. */
    void entered(long rows, long of);

    /** Tells nobody. */
    static ImportProgress silent() {
        return new ImportProgress() {
            @Override
            public void checked(long rows) {}

            @Override
            public void entered(long rows, long of) {}
        };
    }
}
