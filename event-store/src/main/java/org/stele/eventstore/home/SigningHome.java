package org.stele.eventstore.home;

import java.nio.file.Files;
import java.nio.file.Path;

/** A SigningHome is the directory outside the database in which a node keeps its key and its pins. */
public record SigningHome(Path directory) {

    /** The key made on the first start, unless another file is configured. */
    public Path key() {
        return directory.resolve("signing-key.pem");
    }

    public PinnedCheckpoint kept() {
        return new PinnedCheckpoint(directory.resolve("last-checkpoint"));
    }

    public PinsFile pins() {
        return new PinsFile(directory.resolve("last-pins"));
    }

    /** Whether there is a file of what was signed; it may be unreadable. */
    public boolean keepsAnything() {
        return Files.exists(kept().path()) || Files.exists(pins().path());
    }

    /** The operator's word for a ledger without kept files. */
    public AcceptedRootFile accepted() {
        return new AcceptedRootFile(directory.resolve("accepted-root"));
    }

    /** The open findings of the background audit. */
    public FindingsFile findings() {
        return new FindingsFile(directory.resolve("audit-findings"));
    }
}
