package org.stele.campaigns;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A Need is something of the machine that a test cannot do without; where it is missing, the test says so, skipped. */
final class Need {

    private Need() {}

    static Path program(String name) {
        return of(Programs.find(name), name + " is not installed: apt-get install " + name);
    }

    /** The value, or the end of the test with the reason printed. */
    static <T> T of(Optional<T> value, String otherwise) {
        if (value.isEmpty()) {
            System.out.println("SKIPPED: " + otherwise);
        }
        Assumptions.assumeTrue(value.isPresent(), otherwise);
        return value.orElseThrow();
    }
}
