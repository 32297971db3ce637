package org.stele.query.projection;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The read tables of a version in which the role that serves owned them. Nothing in them is lost: they are folded anew. */
final class OlderSchema {

    private static final Logger LOG = LoggerFactory.getLogger(OlderSchema.class);

    private OlderSchema() {}

    /** Drops them as their owner, so that the projection can make its own, which that role does not own. */
    static void drop(DataSource serving, DataSource projecting) {
        String server = user(serving);
        if (!server.equals(user(projecting)) && owns(serving, server)) {
            JdbcClient.create(serving).sql("DROP SCHEMA query CASCADE").update();
            LOG.info(
                    "The read tables belonged to {}, which serves readers; they are folded anew by the projection",
                    server);
        }
    }

    private static String user(DataSource dataSource) {
        return JdbcClient.create(dataSource)
                .sql("SELECT current_user::text")
                .query(String.class)
                .single();
    }

    private static boolean owns(DataSource dataSource, String user) {
        return JdbcClient.create(dataSource)
                .sql("""
                        SELECT count(*) > 0 FROM pg_catalog.pg_namespace
                        WHERE nspname = 'query' AND pg_catalog.pg_get_userbyid(nspowner) = ?
                        """)
                .param(user)
                .query(Boolean.class)
                .single();
    }
}
