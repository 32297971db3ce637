package org.stele.query.projection;

import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.stele.events.Audience;
import org.stele.events.MemberState;

/** Read-only transactions, each on one snapshot of the read tables, and for one audience. Safe for all threads. */
final class Snapshots {

    private final TransactionTemplate oneMoment;
    private final JdbcClient jdbc;
    private final @Nullable Audience audience;

    private Snapshots(DataSource dataSource, @Nullable Audience audience) {
        this.oneMoment = ProjectionConfiguration.transaction(dataSource);
        this.oneMoment.setReadOnly(true);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.jdbc = JdbcClient.create(dataSource);
        this.audience = audience;
    }

    /** Those of the role that serves: the database shows it what this audience sees. */
    static Snapshots of(DataSource serving, Audience audience) {
        return new Snapshots(serving, audience);
    }

    /** Those of the projection, which sees all. */
    static Snapshots ofTheProjection(DataSource projecting) {
        return new Snapshots(projecting, null);
    }

    <T> T read(Supplier<T> reading) {
        return Objects.requireNonNull(oneMoment.execute(_ -> {
            if (audience != null) {
                name(audience);
            }
            return reading.get();
        }));
    }

    private void name(Audience seeing) {
        MemberState own = seeing.memberState();
        jdbc.sql("SELECT set_config('stele.audience', ?, true), set_config('stele.state', ?, true)")
                .params(seeing.kind().name(), own == null ? "" : own.iso3())
                .query((row, _) -> true)
                .single();
    }
}
