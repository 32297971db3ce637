package org.stele.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file made to hurt.
 *
 * @param kind what it is for: csv, xlsx, list, json or evidence
 * @param bytes gives them as they come over a connection, so that a large file is never in memory here
 * @param reader reads them as the program does, and says what is wrong with them
 */
record HostileFile(String kind, String name, Bytes bytes, Reader reader) {

    /** Gives the bytes anew at each call. */
    interface Bytes {
        InputStream open() throws IOException;
    }

    /** What is wrong with the bytes, in words; empty where nothing is. */
    interface Reader {
        String refusal(InputStream bytes) throws IOException;
    }

    static List<HostileFile> all() throws IOException {
        return Stream.of(
                        CsvFiles.all(),
                        WorkbookFiles.all(),
                        WorkbookBombs.all(),
                        ListFiles.all(),
                        JsonFiles.all(),
                        EvidenceFiles.all())
                .flatMap(List::stream)
                .toList();
    }
}
