package org.stele.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.sample.SampleKeys;
import picocli.CommandLine;

/** Runs the program as a user would, in a directory of its own. */
final class Cli {

    private final Path directory;

    /** What the program answered. */
    record Answer(int code, String out, String err) {}

    Cli(Path directory) {
        this.directory = directory;
    }

    Path file(String name, byte[] bytes) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a policy that asks for both witnesses. */
    Answer run(String command, Object... arguments) {
        Path policy = file("policy.txt", SampleKeys.policyText().getBytes(UTF_8));
        List<String> all = new ArrayList<>(List.of(command, "--policy", policy.toString()));
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        return execute(all.toArray(String[]::new));
    }

    Answer runWithKey(NoteKey key, String command, Object... arguments) {
        List<String> all = new ArrayList<>(List.of(command, "--key", key.toString()));
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        return execute(all.toArray(String[]::new));
    }

    static Answer execute(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Verify.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = commandLine.execute(arguments);
        return new Answer(code, out.toString(), err.toString());
    }
}
