package org.stele.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.events.MemberState;
import org.stele.query.projection.rows.StateFileRows;
import org.stele.query.projection.rows.ViewKey;
import org.stele.query.projection.rows.ViewsNotTrusted;
import org.stele.query.testing.TestLedger;
import org.stele.statefile.filed.Filed;
import org.stele.statefile.filed.StateFiles;
import org.stele.web.problem.ProblemException;

/** Rows of another ledger, version or key are not used: everything is folded anew; a changed event is not folded. */
class ViewsFoldedAnewTest extends FoldedViews {

    @Test
    void rows_of_another_ledger_are_not_taken_for_those_of_this_one() throws Exception {
        fold();
        try (TestLedger other = new TestLedger();
                HikariDataSource others = new HikariDataSource()) {
            others.setDataSource(other.database().projection());
            ProjectionFixture stranger = new ProjectionFixture(other, others);
            other.append(Filed.in(StateFiles.tables(), other.today()));
            stranger.foldTo(other.reader().head());
            List<Object> row = JdbcClient.create(others)
                    .sql("SELECT position, leaf_hash, iv, sums, mac, generation FROM query.projection WHERE lens = 32")
                    .query((found, _) -> Stream.of("position", "leaf_hash", "iv", "sums", "mac", "generation")
                            .map(name -> {
                                try {
                                    return found.getObject(name);
                                } catch (SQLException e) {
                                    throw new AssertionError(e);
                                }
                            })
                            .toList())
                    .single();
            jdbc.sql(
                            "UPDATE query.projection SET position = ?, leaf_hash = ?, iv = ?, sums = ?, mac = ?, generation = ?"
                                    + " WHERE lens = 32")
                    .params(row)
                    .update();
        }

        assertThatThrownBy(() -> fixture.liveFiles().atThisMoment()).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> fixture.rows().standing().read())
                .isInstanceOf(ViewsNotTrusted.class)
                .hasMessageContaining("is not the one that was folded");
        assertThat(fixture.rows().standing().reasonToBeginAnew()).contains("is not the one that was folded");
    }

    @Test
    void rows_without_seals_of_an_earlier_version_are_dropped_and_folded_anew() throws Exception {
        long head = fold();
        ledger.database()
                .execute(
                        "UPDATE query.thing SET mac = NULL",
                        "UPDATE query.projection SET key_id = NULL, leaf_hash = NULL, iv = NULL, sums = NULL, mac = NULL");

        ProjectionFixture upgraded = new ProjectionFixture(ledger, database);

        assertThat(upgraded.rows().progress().position()).isZero();
        upgraded.rebuild().run();
        assertThat(upgraded.liveFiles().atThisMoment().file(MemberState.RUS))
                .isEqualTo(replayed(MemberState.RUS, head));
    }

    @Test
    void with_another_key_everything_is_folded_anew() throws Exception {
        long head = fold();
        ViewKey another = ViewKey.of(new byte[] {1});
        StateFileRows rows = new StateFileRows(database, another);
        assertThatThrownBy(() -> rows.standing().read()).hasMessageContaining("another key");

        String reason = fixture.transaction().execute(_ -> rows.begin());

        assertThat(reason).contains("another key");
        assertThat(rows.standing().read().progress().position()).isZero();
        assertThatThrownBy(() -> fixture.foldTo(head)).isInstanceOf(ViewsNotTrusted.class);
    }

    @Test
    void a_processor_whose_tables_were_emptied_folds_everything_anew_at_the_start() throws Exception {
        long head = fold();
        ledger.database().execute("TRUNCATE query.projection, query.thing, query.held, query.token_entry");

        ProjectionFixture restarted = new ProjectionFixture(ledger, database);
        ProjectionProcessor processor = restarted.processor(Duration.ofMillis(200));
        processor.start();
        Awaitility.await().until(() -> restarted.rows().progress().position() == head);
        processor.stop();

        assertThat(restarted.liveFiles().atThisMoment().file(MemberState.RUS))
                .isEqualTo(replayed(MemberState.RUS, head));
    }

    @Test
    void a_changed_body_is_folded_neither_by_a_rebuild_nor_on_the_way() throws Exception {
        long head = fold();
        ledger.database()
                .execute(
                        "ALTER TABLE ledger.event DISABLE TRIGGER ALL",
                        "UPDATE ledger.event SET body = convert_to(replace(convert_from(body, 'UTF8'), '18533', '30023'), 'UTF8')",
                        "ALTER TABLE ledger.event ENABLE TRIGGER ALL");

        assertThatThrownBy(() -> fixture.rebuild().run())
                .hasMessageContaining("body and salt are not those that the leaf commits to");

        assertThat(fixture.findings().all()).anyMatch(wrong -> wrong.contains("commits to"));
        assertThat(fixture.rows().standing().read().progress().position()).isEqualTo(head);
        assertThat(fixture.audit(fixture.liveFiles()).pass()).isEmpty();
        assertDown("commits to");
    }

    @Test
    void a_key_is_made_once_for_its_owner_alone() throws IOException {
        Path file = directory.resolve("home").resolve("views-key");

        ViewKey made = ViewKey.open(file);

        assertThat(ViewKey.open(file).id()).isEqualTo(made.id());
        assertThat(Files.getPosixFilePermissions(file))
                .extracting(Enum::name)
                .containsOnly("OWNER_READ", "OWNER_WRITE");
        assertThat(HexFormat.of().parseHex(Files.readString(file).strip())).hasSize(32);
        Files.writeString(file, "nothing");
        assertThatThrownBy(() -> ViewKey.open(file)).hasMessageContaining("expected 64 hexadecimal digits");
    }
}
