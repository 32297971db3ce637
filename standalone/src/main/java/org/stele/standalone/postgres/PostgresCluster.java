package org.stele.standalone.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One PostgreSQL database cluster in a directory, kept from start to start, reachable on the loopback interface only and
 * by password only.
 *
 * <p>It is run as a database and not as a test fixture: it flushes to disk, and a commit returns when it is there. A
 * server left running by a process that was killed is stopped before a new one starts; whoever calls holds the lock of
 * the home, so it cannot be a server in use.
 */
final class PostgresCluster {

    private static final String STOP_TIMEOUT_SECONDS = "60";
    private static final String START_TIMEOUT_SECONDS = "120";

    private final PostgresBinaries binaries;
    private final Path directory;
    private final Path log;

    PostgresCluster(PostgresBinaries binaries, Path directory, Path log) {
        this.binaries = binaries;
        this.directory = directory;
        this.log = log;
    }

    /** Starts the server on a free port, makes the cluster first where there is none, and returns the port. */
    int start(String superuser, String superuserPassword) throws IOException {
        if (!Files.exists(directory.resolve("PG_VERSION"))) {
            initialise(superuser, superuserPassword);
        }
        Files.writeString(directory.resolve("postgresql.auto.conf"), settings());
        if (runningPort().isPresent()) {
            stop();
        }
        int port = freePort();
        binaries.run(
                log,
                "pg_ctl",
                List.of(
                        "-D",
                        directory.toString(),
                        "-l",
                        log.toString(),
                        "-w",
                        "-t",
                        START_TIMEOUT_SECONDS,
                        "-o",
                        "-p " + port,
                        "start"));
        return port;
    }

    void stop() throws IOException {
        binaries.run(
                log,
                "pg_ctl",
                List.of("-D", directory.toString(), "-m", "fast", "-w", "-t", STOP_TIMEOUT_SECONDS, "stop"));
    }

    /** The port of the server that is running on this cluster, or empty when none is. */
    Optional<Integer> runningPort() throws IOException {
        Path pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 4 || !isPostgres(Long.parseLong(lines.get(0).strip()))) {
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(lines.get(3).strip()));
    }

    /** A process number may have been given to another program since: only a PostgreSQL of ours counts. */
    private static boolean isPostgres(long processId) {
        return ProcessHandle.of(processId)
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info().command().orElse("postgres").contains("postgres"))
                .orElse(false);
    }

    /** Builds the cluster aside and moves it into place, so that a start that was cut off leaves no half of one. */
    private void initialise(String superuser, String password) throws IOException {
        Files.createDirectories(directory.toAbsolutePath().getParent());
        Path half = Files.createTempDirectory(directory.toAbsolutePath().getParent(), "initialising-");
        Path passwordFile = Files.createTempFile("stele", "");
        try {
            Files.writeString(passwordFile, password);
            binaries.run(
                    log,
                    "initdb",
                    List.of(
                            "-D",
                            half.toString(),
                            "-U",
                            superuser,
                            "--pwfile",
                            passwordFile.toString(),
                            "-A",
                            "scram-sha-256",
                            "-E",
                            "UTF-8",
                            "--locale=C",
                            "--data-checksums"));
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(half, directory);
    }

    private static String settings() {
        return """
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                max_connections = 60
                shared_buffers = '128MB'
                max_wal_size = '2GB'
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_min_messages = warning
                """;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
