package org.stele.campaigns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgresServer is one PostgreSQL on one directory and one port, which it keeps however often it is killed and
 * started. It flushes to disk what it confirms.
 */
final class PostgresServer implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            max_connections = 60
            shared_buffers = '32MB'
            max_wal_size = '256MB'
            wal_level = replica
            max_wal_senders = 4
            wal_keep_size = '64MB'
            recovery_init_sync_method = syncfs
            timezone = 'UTC'
            log_timezone = 'UTC'
            """;

    /** Below those that the system gives to others while this server is down. */
    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(20_000 + (int) (ProcessHandle.current().pid() % 900) * 10);

    private static @Nullable Path pristine;

    private final PostgresPrograms programs;
    private final Path directory;
    private final int port;
    private @Nullable Process process;
    private Map<String, String> environment = Map.of();

    PostgresServer(PostgresPrograms programs, Path directory) {
        this.programs = programs;
        this.directory = directory;
        this.port = freePort();
    }

    /** Makes the directory, of a server that is not started yet: a copy of one that is made once, which takes far longer. */
    static PostgresServer create(PostgresPrograms programs, Path directory) throws IOException {
        Restoration.copy(pristine(programs).resolve("."), Files.createDirectories(directory));
        PostgresServer server = new PostgresServer(programs, directory);
        server.set(SETTINGS);
        return server;
    }

    private static synchronized Path pristine(PostgresPrograms programs) throws IOException {
        Path made = pristine;
        if (made == null) {
            made = Workplace.empty("pristine");
            // Small segments, so that a small disk holds some.
            String options = "-U postgres -A trust -E UTF-8 --locale=C --no-sync --data-checksums --wal-segsize=1 -D";
            List<String> arguments = new ArrayList<>(List.of(options.split(" ")));
            arguments.add(made.toString());
            programs.run("initdb", arguments);
            pristine = made;
        }
        return made;
    }

    private static int freePort() {
        while (true) {
            int port = NEXT_PORT.getAndIncrement();
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // Taken; the next one may be free.
            }
        }
    }

    /** Adds settings, to be in force from the next start. */
    void set(String settings) throws IOException {
        Files.writeString(
                directory.resolve("postgresql.conf"),
                System.lineSeparator() + settings,
                StandardOpenOption.APPEND,
                StandardOpenOption.CREATE);
    }

    /** Variables of the server's environment from the next start. */
    void environment(Map<String, String> variables) {
        environment = Map.copyOf(variables);
    }

    /** Starts the server and waits until it lets somebody in; it first recovers where it was killed. */
    void start() {
        launch();
        awaitReady();
    }

    void launch() {
        List<String> arguments = List.of("-D", directory.toString(), "-p", Integer.toString(port));
        ProcessBuilder builder = new ProcessBuilder(programs.command("postgres", arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start on " + directory, e);
        }
    }

    void awaitReady() {
        Awaitility.await("PostgreSQL on " + directory)
                .atMost(TIMEOUT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(this::letsIn);
    }

    private boolean letsIn() {
        if (!process().isAlive()) {
            // A process of the server that was killed may still have held the shared memory.
            launch();
            return false;
        }
        try (Connection connection = superuser("postgres").getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** What is confirmed by a server without these proves nothing. */
    void requireDurable() {
        for (String setting : DURABLE) {
            String value = ask("SHOW " + setting);
            if (!"on".equals(value)) {
                throw new IllegalStateException(setting + " is " + value + ", not on");
            }
        }
    }

    /** Until it is thawed, the server is there and does nothing. */
    void freeze() {
        Programs.stop(postmaster());
        processes().forEach(Programs::stop);
    }

    void thaw() {
        processes().forEach(Programs::resume);
    }

    private List<ProcessHandle> processes() {
        List<ProcessHandle> all = new ArrayList<>(List.of(postmaster()));
        postmaster().descendants().forEach(all::add);
        return all;
    }

    /** SIGKILL to the server and all its processes: none of them can tell another. */
    void kill() {
        // Stopped, it starts no further one while they are counted.
        Programs.stop(postmaster());
        Programs.kill(processes());
        process().onExit().join();
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** An orderly end, which waits for no client. */
    void stop() {
        if (isAlive()) {
            programs.run("pg_ctl", List.of("-D", directory.toString(), "-m", "fast", "-w", "stop"));
        }
    }

    /** Runs statements as the superuser, each in a transaction of its own. */
    void execute(String database, String... statements) throws SQLException {
        try (Connection connection = superuser(database).getConnection();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The one value that a query gives, or null. */
    @Nullable
    String ask(String sql) {
        try (Connection connection = superuser("postgres").getConnection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not answer " + sql, e);
        }
    }

    DataSource superuser(String database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + database);
        dataSource.setUser("postgres");
        return dataSource;
    }

    private ProcessHandle postmaster() {
        return process().toHandle();
    }

    private Process process() {
        return Objects.requireNonNull(process, "The server was not started");
    }

    int port() {
        return port;
    }

    Path directory() {
        return directory;
    }

    PostgresPrograms programs() {
        return programs;
    }

    Path log() {
        return directory.resolveSibling(directory.getFileName() + ".log");
    }

    @Override
    public void close() {
        if (isAlive()) {
            kill();
        }
    }
}
