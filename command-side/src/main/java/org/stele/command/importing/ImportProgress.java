package org.stele.command.importing;

/**
 * Receives the progress of an import. The calls of one import come in order, but from several threads; an exception
 * ends the import there, and sending the file again continues it.
 */
public interface ImportProgress {

    /** Rows checked so far. */
    void checked(long rows);

    /** Rows entered so far, of all; rows recorded earlier count too. */
    void entered(long rows, long of);

    /** Ignores all calls. */
    static ImportProgress silent() {
        return new ImportProgress() {
            @Override
            public void checked(long rows) {}

            @Override
            public void entered(long rows, long of) {}
        };
    }
}
