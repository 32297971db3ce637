package org.stele.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.stele.benchmarks.axon4.Axon4Append;

/**
 * Axon 4's own engine on JDBC, in a class loader of its own because its packages are those of Axon 5. It keeps no tags and
 * checks that aggregate and sequence number are unique.
 */
final class Axon4Contestant implements Contestant {

    private static final String ENGINE = "org.stele.benchmarks.axon4.JdbcEngine";
    private static final String CLASS_PATH = "/axon4.classpath";

    /** Of this program's classes it loads only the types that both loaders share. */
    private static final class Shared extends ClassLoader {

        Shared() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith(Axon4Append.class.getName()) || name.startsWith("org.slf4j.")) {
                return Class.forName(name, false, Axon4Contestant.class.getClassLoader());
            }
            throw new ClassNotFoundException(name);
        }
    }

    private final LedgerDatabase database;
    private final HikariDataSource pool;
    private final URLClassLoader loader;
    private final Axon4Append engine;

    Axon4Contestant(LedgerDatabase database, int connections) throws SQLException {
        this.database = database;
        this.pool = database.superuserPool(connections);
        try {
            this.loader = new URLClassLoader("axon4", classPath(), new Shared());
            this.engine = (Axon4Append)
                    loader.loadClass(ENGINE).getConstructor(DataSource.class).newInstance(pool);
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("Axon 4 could not be loaded", e);
        }
    }

    private static URL[] classPath() throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(Axon4Append.class.getProtectionDomain().getCodeSource().getLocation());
        try (var list = requireNonNull(Axon4Append.class.getResourceAsStream(CLASS_PATH), CLASS_PATH)) {
            String paths = new String(list.readAllBytes(), UTF_8).strip();
            for (String path : Arrays.asList(paths.split(File.pathSeparator, -1))) {
                urls.add(Path.of(path).toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    @Override
    public void append(Attestations.Command command) {
        List<Axon4Append.Event> events = new ArrayList<>();
        for (TaggedEventMessage<?> tagged : command.events()) {
            EventMessage event = tagged.event();
            events.add(new Axon4Append.Event(
                    event.identifier(),
                    events.size(),
                    requireNonNull(event.payload()),
                    event.metadata(),
                    event.timestamp()));
        }
        engine.append(Attestations.AGGREGATE, command.aggregate(), events);
    }

    @Override
    public long recorded() throws SQLException {
        return database.count("domainevententry");
    }

    @Override
    public void close() {
        pool.close();
        try {
            loader.close();
        } catch (IOException e) {
            throw new IllegalStateException("A class path could not be closed", e);
        }
    }
}
