package org.stele.command.submitters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stele.ledger.submitter.Roots;

/**
 * The file that STELE_ROOTS names: the fingerprint of each State's root key, which the operator got from the State on another
 * way. Its lines are those of a policy, {@code root NOR 6a09...}; blank lines and those that begin with # mean nothing.
 */
public final class StateRoots {

    private StateRoots() {}

    /**
     * Reads the file; no State has a root where none is named.
     *
     * @throws IllegalArgumentException where a line is another one
     */
    public static Roots read(String file) throws IOException {
        if (file.isBlank()) {
            return Roots.NONE;
        }
        Roots roots = Roots.NONE;
        int number = 0;
        for (String line : Files.readAllLines(Path.of(file))) {
            number++;
            String[] words = line.strip().split("\\s+");
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            if (words.length != 3 || !words[0].equals("root")) {
                throw new IllegalArgumentException(
                        "STELE_ROOTS: expected 'root STATE FINGERPRINT' in line %s of %s, got '%s'"
                                .formatted(number, file, line));
            }
            try {
                roots = roots.with(words[1], words[2]);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "STELE_ROOTS: line %s of %s: %s".formatted(number, file, e.getMessage()), e);
            }
        }
        return roots;
    }
}
