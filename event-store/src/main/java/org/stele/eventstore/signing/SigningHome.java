package org.stele.eventstore.signing;

import java.nio.file.Path;

/** A SigningHome is the directory outside the database in which a node keeps its key, and how far the ledger had come. */
public record SigningHome(Path directory) {

    /** The key that is made on the first start, unless another file is configured. */
    public Path key() {
        return directory.resolve("signing-key.pem");
    }

    public KeptCheckpoint kept() {
        return new KeptCheckpoint(directory.resolve("last-checkpoint"));
    }

    public KeptPins pins() {
        return new KeptPins(directory.resolve("last-pins"));
    }

    /** The operator's word for a ledger of which nothing is kept. */
    public KeptWord accepted() {
        return new KeptWord(directory.resolve("accepted-root"));
    }

    /** What the background audit found. */
    public KeptFindings findings() {
        return new KeptFindings(directory.resolve("audit-findings"));
    }
}
