package org.stele.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.stele.events.FilingId;

/** A process that keeps keys of subjects at random, whom other processes have too, and says of each which key stands. */
final class KeepingProcess {

    /** Many a subject is another process's too. */
    private static final int SUBJECTS = 2_000;

    private static final int THREADS = 4;

    private KeepingProcess() {}

    /** @param arguments the home, and a seed */
    static void main(String[] arguments) throws IOException {
        SubjectKeys keys = settings(Path.of(arguments[0])).open();
        Random seeds = new Random(Long.parseLong(arguments[1]));
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(seeds.nextLong());
            Thread.ofPlatform().start(() -> keep(keys, random));
        }
    }

    static KeySettings settings(Path home) {
        return KeySettings.of(_ -> "", home);
    }

    private static void keep(SubjectKeys keys, Random random) {
        while (true) {
            UUID subject = new UUID(0, random.nextInt(SUBJECTS));
            keys.seal(FilingId.named("command"), "told", subject, FilingId.named("notice"));
            System.out.println(subject + " " + keys.keyOf(subject).orElseThrow());
        }
    }
}
