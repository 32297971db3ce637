package org.stele.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/operating/postgresql.md, followed to the letter by somebody who knows nothing else, on Debian's PostgreSQL 15. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("long")
class OperatingPageIT {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql/15");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
    /** What the page writes beside where it is followed. */
    private static final Pattern FILES = Pattern.compile("stele\\.pid|stele\\.log|cookies\\.txt|registrar-token");

    private static final String PASSWORD = "the-superuser";

    @TempDir
    Path directory;

    @Test
    void leads_from_an_empty_server_to_a_ledger_its_backup_and_its_restored_copy() throws Exception {
        boolean isThere = Files.isExecutable(DEBIAN.resolve("bin/initdb"));
        if (!isThere) {
            System.out.println("SKIPPED: PostgreSQL 15 is not in " + DEBIAN + ": apt-get install postgresql-15");
        }
        Assumptions.assumeTrue(isThere, "apt-get install postgresql-15");
        PostgresCluster server = new PostgresCluster(
                new PostgresBinaries(DEBIAN),
                directory.resolve("server"),
                new PostgresLog(directory.resolve("server.log")));
        PostgresCluster.Running running = server.start("postgres", PASSWORD);
        try {
            String output = follow(running.port());

            assertThat(output)
                    .contains("The demonstration's filings are not entered: STELE_DB_URL names a database of your own")
                    .contains("Nobody is a registrar here yet. Whoever opens this link within 7 days becomes the first")
                    .contains("\"treeSize\":1}", "\"position\":2,", "\"state\":\"NOR\"")
                    .contains("Migrated jdbc:postgresql://127.0.0.1:" + running.port() + "/stele");
        } finally {
            server.stop();
        }
    }

    private String follow(int port) throws Exception {
        List<String> blocks = BLOCK.matcher(Files.readString(Path.of("../docs/operating/postgresql.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        assertThat(blocks.getFirst()).startsWith("export PGHOST=");
        // All but the first, which is the reader's own; and whatever is left running ends with the script.
        String script =
                "set -euo pipefail\ntrap 'cat \"$HERE/stele.log\"; kill $(cat \"$HERE/stele.pid\") 2>/dev/null || true' EXIT\n"
                        + FILES.matcher(String.join("\n", blocks.subList(1, blocks.size())))
                                .replaceAll("\\$HERE/$0");
        Path output = directory.resolve("output");
        ProcessBuilder bash =
                new ProcessBuilder("bash", "-c", script).directory(Path.of("..").toFile());
        bash.environment().keySet().removeIf(name -> name.startsWith("STELE_") || name.startsWith("PG"));
        bash.environment().putAll(own(port));
        Process process =
                bash.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertThat(process.waitFor(8, TimeUnit.MINUTES))
                    .as(Files.readString(output))
                    .isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }

    private Map<String, String> own(int port) throws IOException {
        String programs = DEBIAN.resolve("bin") + ":" + Path.of(System.getProperty("java.home"), "bin");
        return Map.ofEntries(
                Map.entry("HERE", directory.toString()),
                Map.entry("PATH", programs + ":" + System.getenv("PATH")),
                Map.entry("PGHOST", "127.0.0.1"),
                Map.entry("PGPORT", Integer.toString(port)),
                Map.entry("PGUSER", "postgres"),
                Map.entry("PGPASSWORD", PASSWORD),
                Map.entry("STELE_HOME", directory.resolve("home").toString()),
                Map.entry("STELE_PORT", Integer.toString(freePort())),
                Map.entry("BACKUP", directory.resolve("backup").toString()),
                Map.entry("STELE_DB_URL", "jdbc:postgresql://127.0.0.1:" + port + "/stele"),
                Map.entry("REGISTRAR_PASSWORD", "four words that nobody joins"),
                Map.entry("STELE_DB_OWNER_PASSWORD", "owner's"),
                Map.entry("STELE_DB_COMMAND_PASSWORD", "command's"),
                Map.entry("STELE_DB_QUERY_PASSWORD", "query's"),
                Map.entry("STELE_DB_BODIES_PASSWORD", "bodies'"),
                Map.entry("STELE_DB_PROJECTION_PASSWORD", "projection's"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
