package org.stele.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;

/** A Surroundings is what a figure depends on besides the code. */
record Surroundings(String machine, String java, String revision, Map<String, String> postgres) {

    static Surroundings of(DurableServer server) throws SQLException {
        String java = "%s, heap up to %s MiB"
                .formatted(Runtime.version(), Runtime.getRuntime().maxMemory() >> 20);
        return new Surroundings(machineText(), java, checkedOut(), server.settings());
    }

    /** The same for a measurement without a database of the benchmark's own. */
    static String ofMachine() {
        return new Surroundings(machineText(), Runtime.version().toString(), checkedOut(), Map.of()).markdown();
    }

    private static String machineText() {
        return "%s processors (%s), %s %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"));
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    private static String checkedOut() {
        try {
            // "-dirty": the working tree differed from the commit.
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12").start();
            String name = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return name.isEmpty() ? "unknown" : name;
        } catch (IOException e) {
            return "unknown";
        }
    }

    String markdown() {
        return """
                - Machine: %s
                - Java: %s
                %s- Commit: %s
                """.formatted(machine, java, database(), revision);
    }

    private String database() {
        if (postgres.isEmpty()) {
            return "";
        }
        String settings = postgres.entrySet().stream()
                .filter(setting -> !setting.getKey().equals("server_version"))
                .map(setting -> setting.getKey() + " = " + setting.getValue())
                .collect(Collectors.joining(", "));
        return "- PostgreSQL: %s; %s\n".formatted(postgres.get("server_version"), settings);
    }
}
