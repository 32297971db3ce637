package org.stele.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.stele.events.Actor;
import org.stele.events.Role;
import org.stele.query.across.AcrossConfiguration;
import org.stele.query.projection.ProjectionConfiguration;
import org.stele.query.projection.ProjectionSource;
import org.stele.query.projection.rows.StateFileRows;
import org.stele.query.view.Board;
import org.stele.query.view.States;
import org.stele.query.view.ViewConfiguration;
import org.stele.web.actor.Audiences;

/** A ProjectedViews is the query side's own configuration without the web: its projection, State files and board. */
final class ProjectedViews implements AutoCloseable {

    private static final int POLL_MILLIS = 20;
    private static final Actor AUDITOR = new Actor("auditor-1", Role.AUDITOR, null);

    private final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();
    private final HikariDataSource pool = new HikariDataSource();
    private final HikariDataSource serving = new HikariDataSource();
    private final Path home;

    private ProjectedViews(LedgerDatabase database, int connections, Path home) {
        this.home = home;
        pool.setDataSource(database.projection());
        pool.setMaximumPoolSize(connections);
        serving.setDataSource(database.query());
        serving.setMaximumPoolSize(connections);
        application.registerBean("queryDataSource", DataSource.class, () -> serving);
        application.registerBean(ProjectionSource.class, () -> new ProjectionSource(pool));
        application.registerBean("queryClock", Clock.class, Clock::systemUTC);
        application.registerBean(Audiences.class, () -> new Audiences(_ -> Optional.of(AUDITOR), true));
        application.register(ProjectionConfiguration.class, AcrossConfiguration.class, ViewConfiguration.class);
    }

    /** Starts the projection; the key that seals views is made in a home of its own. */
    static ProjectedViews start(LedgerDatabase database, int connections) throws IOException {
        Path home = Files.createTempDirectory("stele-views");
        System.setProperty("stele.home", home.toString());
        ProjectedViews views = new ProjectedViews(database, connections, home);
        views.application.refresh();
        return views;
    }

    void awaitPosition(long position) throws InterruptedException {
        StateFileRows rows = application.getBean(StateFileRows.class);
        while (rows.progress().position() < position) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    States states() {
        return application.getBean(States.class);
    }

    Board board() {
        return application.getBean(Board.class);
    }

    DataSource pool() {
        return pool;
    }

    @Override
    public void close() throws IOException {
        application.close();
        pool.close();
        serving.close();
        System.clearProperty("stele.home");
        SignedDatabase.delete(home);
    }
}
