package org.stele.standalone.postgres;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One PostgreSQL database cluster in a directory, kept between starts, reachable only on the loopback interface and
 * only by password.
 *
 * <p>It runs as a production database: it flushes to disk, and a commit returns after that. A server that a killed
 * process left running is stopped before a new one starts; the caller holds the lock of the home, so that server is not
 * in use.
 */
final class PostgresCluster {

    private static final String STOP_TIMEOUT_SECONDS = "60";
    private static final String START_TIMEOUT_SECONDS = "120";
    private static final long ROOM_BYTES = 32L << 20;
    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 10_000;

    private final PostgresBinaries binaries;
    private final Path directory;
    private final PostgresLog log;

    PostgresCluster(PostgresBinaries binaries, Path directory, PostgresLog log) {
        this.binaries = binaries;
        this.directory = directory;
        this.log = log;
    }

    /** Starts the server, on a free port, makes the cluster first where there is none. */
    Running start(String superuser, String superuserPassword) throws IOException {
        if (!Files.exists(directory.resolve("PG_VERSION"))) {
            initialise(superuser, superuserPassword);
        }
        return startOn(freePort());
    }

    /** A server that was started: its port and its first process. */
    record Running(int port, ProcessHandle postmaster) {

        boolean isAlive() {
            return PostgresProcesses.isAlive(postmaster);
        }
    }

    /** Starts the server on a port, after all processes of an earlier one have ended. */
    Running startOn(int port) throws IOException {
        writeSettings();
        clearAway();
        log.shorten();
        binaries.run(
                log,
                "pg_ctl",
                List.of(
                        "-D",
                        directory.toString(),
                        "-l",
                        log.file().toString(),
                        "-w",
                        "-t",
                        START_TIMEOUT_SECONDS,
                        "-o",
                        "-p " + port,
                        "start"));
        return new Running(
                port, processId().flatMap(ProcessHandle::of).orElseThrow(() -> new IOException("PostgreSQL ended.")));
    }

    /** Writes only when the content differs, and atomically: on a full disk the settings must not be lost. */
    private void writeSettings() throws IOException {
        Path file = directory.resolve("postgresql.auto.conf");
        if (Files.exists(file) && Files.readString(file).equals(settings())) {
            return;
        }
        Path half = directory.resolve("postgresql.auto.conf.new");
        Files.writeString(half, settings());
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Stops a server that runs, and waits for the processes of one that has ended. Its PID file is deleted: PostgreSQL
     * would mistake a zombie process, or another program with the same id, for the server.
     */
    private void clearAway() throws IOException {
        if (runningPort().isPresent()) {
            try {
                stop();
            } catch (IOException e) {
                // A server that was already ending has no process left that could shut it down.
                if (runningPort().isPresent()) {
                    throw e;
                }
            }
        }
        PostgresProcesses.end(directory);
        Files.deleteIfExists(pidFile());
    }

    void stop() throws IOException {
        binaries.run(
                log,
                "pg_ctl",
                List.of("-D", directory.toString(), "-m", "fast", "-w", "-t", STOP_TIMEOUT_SECONDS, "stop"));
    }

    /** The port of the server that is running on this cluster, or empty when none is. */
    Optional<Integer> runningPort() throws IOException {
        Optional<ProcessHandle> postmaster = processId().flatMap(ProcessHandle::of);
        List<String> lines = pidLines();
        if (lines.size() < 4 || postmaster.filter(PostgresProcesses::isPostgres).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(lines.get(3).strip()));
    }

    private Optional<Long> processId() throws IOException {
        return pidLines().stream().findFirst().map(line -> Long.parseLong(line.strip()));
    }

    private List<String> pidLines() throws IOException {
        try {
            return Files.readAllLines(pidFile());
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private Path pidFile() {
        return directory.resolve("postmaster.pid");
    }

    /** Whether there is too little space for the next WAL segment. */
    boolean isDiskFull() {
        try {
            return room(directory) < ROOM_BYTES || room(directory.resolve("pg_wal")) < ROOM_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    private static long room(Path directory) throws IOException {
        return Files.getFileStore(directory.toRealPath()).getUsableSpace();
    }

    /** The server's last message about why it could not continue; empty where there is none. */
    String lastComplaint() {
        return log.lastComplaint();
    }

    /**
     * Builds the cluster in a temporary directory and renames it, so that an interrupted start leaves no partial
     * cluster.
     */
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
            max_connections = 80
            shared_buffers = '128MB'
            max_wal_size = '2GB'
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_min_messages = warning
            """;
    }

    /** Not an ephemeral port of the system: after an unexpected end the server needs it again. */
    private static int freePort() throws IOException {
        for (int tries = 0; tries < 100; tries++) {
            int port = FIRST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // The port is in use; another may be free.
            }
        }
        throw new IOException("Found no free port from %s to %s for PostgreSQL. Stop whatever holds them."
                .formatted(FIRST_PORT, FIRST_PORT + PORTS - 1));
    }
}
