package org.stele.verifier;

import picocli.CommandLine.Option;

/** The options of the output format. */
final class OutputOptions {

    @Option(names = "--json", description = "Answer as one JSON object.")
    private boolean json;

    boolean json() {
        return json;
    }

    Progress progress() {
        return json ? Progress.SILENT : Progress.onTerminal();
    }
}
