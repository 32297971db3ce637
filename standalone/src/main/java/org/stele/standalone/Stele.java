package org.stele.standalone;

import org.stele.standalone.cli.SteleCommand;

/** The program: it serves, unless its first argument is one of the commands of {@link SteleCommand}. */
public final class Stele {

    private Stele() {}

    static void main(String[] args) {
        if (SteleCommand.isFor(args)) {
            System.exit(SteleCommand.execute(args));
        }
        StandaloneApplication.serve(args);
    }
}
