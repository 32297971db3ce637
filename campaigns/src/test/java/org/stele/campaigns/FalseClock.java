package org.stele.campaigns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** A FalseClock is what a process takes for the time of day: the right one, moved by as much as a file says. */
record FalseClock(Path offset) {

    static FalseClock create(String name) throws IOException {
        Need.program("faketime");
        FalseClock clock = new FalseClock(Workplace.root().resolve(name + ".clock"));
        clock.set("+0");
        return clock;
    }

    /** @param by as faketime understands it: {@code -400d}, {@code +2h} */
    void set(String by) throws IOException {
        // In one piece: a process may read it at any moment.
        Path next = offset.resolveSibling(offset.getFileName() + ".next");
        Files.writeString(next, by + "\n");
        Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The variables that make a process look at this clock. */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                library(),
                "FAKETIME_TIMESTAMP_FILE",
                offset.toString(),
                "FAKETIME_NO_CACHE",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1");
    }

    /** The variables that make a process take the time to be another one, always by as much. */
    static Map<String, String> environment(String by) {
        Need.program("faketime");
        return Map.of("LD_PRELOAD", library(), "FAKETIME", by, "FAKETIME_DONT_FAKE_MONOTONIC", "1");
    }

    private static String library() {
        return Programs.run(List.of("faketime", "-m", "-f", "+0", "printenv", "LD_PRELOAD"))
                .strip();
    }
}
