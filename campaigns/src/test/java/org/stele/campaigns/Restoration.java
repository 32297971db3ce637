package org.stele.campaigns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Restoration puts an older copy of a server's directory in the place of the present one, and back again. */
record Restoration(PostgresServer server, Path older, Path present) {

    static final int BEFORE = 5;
    static final int AFTER = 4;

    /** Has a victim record something, copies the directory, and has it record more, one event an order. */
    static Restoration ofEarlierState(Site site, VictimProcess victim) throws IOException {
        PostgresServer server = site.database().server();
        Restoration restoration =
                new Restoration(server, sibling(server.directory(), "-older"), sibling(server.directory(), "-present"));
        for (int i = 0; i < BEFORE; i++) {
            site.awaitRecorded(victim);
        }
        server.stop();
        copy(server.directory(), restoration.older());
        server.start();
        for (int i = 0; i < AFTER; i++) {
            site.awaitRecorded(victim);
        }
        return restoration;
    }

    private static Path sibling(Path directory, String suffix) throws IOException {
        return Workplace.empty(directory.getFileName() + suffix);
    }

    static void copy(Path from, Path to) {
        Programs.run(List.of("cp", "-a", from.toString(), to.toString()));
    }

    /** The older state comes up at the same port. */
    void restore() throws IOException {
        server.stop();
        Files.move(server.directory(), present);
        copy(older, server.directory());
        server.start();
    }

    /** The present state, as it was before it was replaced. */
    void undo() throws IOException {
        server.stop();
        Workplace.delete(server.directory());
        Files.move(present, server.directory());
        server.start();
    }
}
