package org.stele.verifier;

/** Progress says on a terminal how far a long check has come, and nothing elsewhere. */
final class Progress {

    static final Progress SILENT = new Progress(false);

    private final boolean shown;
    private long lastPercent = -1;

    private Progress(boolean shown) {
        this.shown = shown;
    }

    static Progress onTerminal() {
        return new Progress(System.console() != null);
    }

    void at(long done, long all) {
        if (shown) {
            long percent = done * 100 / all;
            if (percent != lastPercent) {
                lastPercent = percent;
                System.err.print("\r" + percent + " % checked" + (done == all ? "\r             \r" : ""));
                System.err.flush();
            }
        }
    }
}
