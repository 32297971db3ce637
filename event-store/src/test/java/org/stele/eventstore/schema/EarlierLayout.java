package org.stele.eventstore.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.jdbc.IndexSql;

/** The EarlierLayout of a ledger has a row in the tag index for each tag of each event: what version 7 of the schema made. */
final class EarlierLayout {

    private static final String TABLES = """
            SET ROLE stele_owner;
            CREATE TABLE ledger.event_tag (
                tag      bigint NOT NULL,
                position bigint NOT NULL,
                type     text   NOT NULL,
                CONSTRAINT event_tag_once PRIMARY KEY (tag, position) INCLUDE (type)
            );
            INSERT INTO ledger.event_tag (tag, position, type)
            SELECT r.key, e.position, e.type FROM %s;
            CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON ledger.event_tag
                FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
            CREATE TRIGGER insert_only_truncate BEFORE TRUNCATE ON ledger.event_tag
                FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
            ALTER TABLE ledger.event_tag ENABLE ALWAYS TRIGGER insert_only;
            ALTER TABLE ledger.event_tag ENABLE ALWAYS TRIGGER insert_only_truncate;
            GRANT SELECT, INSERT ON ledger.event_tag TO stele_command;
            GRANT SELECT ON ledger.event_tag TO stele_query, stele_bodies, stele_projection;
            ALTER TABLE ledger.event ADD CONSTRAINT event_id_once UNIQUE (event_id);
            DROP TABLE ledger.index_run;
            DELETE FROM ledger.flyway_schema_history WHERE version = '8'
            """.formatted(IndexSql.HITS);

    private static final Pattern FUNCTION =
            Pattern.compile("CREATE FUNCTION (ledger\\.refuse_change_of_event.*?END \\$\\$;)", Pattern.DOTALL);

    private EarlierLayout() {}

    /** Brings a ledger of today back to it. Nobody else may be connected. */
    static void restore(TestDatabase database) throws SQLException {
        database.execute(TABLES, "SET ROLE stele_owner; CREATE OR REPLACE FUNCTION " + trigger());
    }

    private static String trigger() {
        try (InputStream file = EarlierLayout.class.getResourceAsStream("/db/ledger/V7__redaction.sql")) {
            Matcher function =
                    FUNCTION.matcher(new String(Objects.requireNonNull(file).readAllBytes(), UTF_8));
            if (!function.find()) {
                throw new IllegalStateException("The trigger of version 7 is not found");
            }
            return Objects.requireNonNull(function.group(1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
