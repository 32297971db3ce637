package org.stele.command.custody.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.command.custody.Rounds;
import org.stele.command.entry.Commands;
import org.stele.command.reading.RecordedPayload;
import org.stele.command.testing.CommandServer;
import org.stele.events.custody.AccessLogDigested;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.event.Selection;
import org.stele.identity.accesslog.AccessEntry;
import org.stele.identity.accesslog.AccessEntry.What;
import org.stele.identity.accesslog.AccessRows;

/** Hours of the access log enter the ledger, each once, from several nodes and after a restart. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessLogDigesterTest extends CommandServer {

    /** The present hour counts as over. */
    private static final Duration NO_GRACE = Duration.ofHours(-1);

    @Autowired
    private Commands commands;

    private final AccessRows rows = new AccessRows(database().command());

    private void append(int count) {
        rows.append(IntStream.range(0, count)
                .mapToObj(i -> new AccessEntry(
                        Instant.EPOCH, What.READ, AccessEntry.DONE, "AUD-1", "auditor", null, "/page/" + i, null))
                .toList());
    }

    private AccessLogDigester node() {
        return new AccessLogDigester(ledger(), new AccessRows(database().command()), commands, CLOCK, NO_GRACE);
    }

    private static Rounds started(AccessLogDigester node) {
        Rounds rounds = new Rounds("digester", Duration.ofMillis(50), node::digest);
        rounds.start();
        return rounds;
    }

    private static List<AccessLogDigested> recorded() {
        return ledger().read(Selection.types(EventTypes.name(AccessLogDigested.class)), 0, head(), 1_000).stream()
                .map(stored -> (AccessLogDigested) RecordedPayload.of(stored))
                .toList();
    }

    private void awaitAllDigested() {
        long last = rows.last(1).getFirst().number();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !recorded().isEmpty() && recorded().getLast().lastRow() == last);
    }

    @Test
    void each_row_is_in_one_digest_whichever_node_makes_it_and_a_changed_one_in_none() {
        append(30);
        Rounds one = started(node());
        Rounds other = started(node());
        awaitAllDigested();
        append(20);
        awaitAllDigested();
        one.stop();
        other.stop();
        append(10);
        AccessLogDigester afterRestart = node();
        Rounds restarted = started(afterRestart);
        awaitAllDigested();

        long next = 1;
        for (AccessLogDigested digest : recorded()) {
            assertThat(digest.firstRow()).isEqualTo(next);
            next = digest.lastRow() + 1;
        }
        assertThat(next).isEqualTo(rows.last(1).getFirst().number() + 1);
        assertThat(afterRestart.changed()).isEmpty();

        restarted.stop();
        append(5);
        JdbcClient superuser = JdbcClient.create(database().superuser());
        superuser.sql("ALTER TABLE access_log.entry DISABLE TRIGGER ALL").update();
        superuser
                .sql(
                        "UPDATE access_log.entry SET staff_id = 'other' WHERE number = (SELECT max(number) FROM access_log.entry)")
                .update();
        int before = recorded().size();
        AccessLogDigester finds = node();
        Rounds finding = started(finds);

        await().until(() -> finds.changed().contains("is not as it was written"));
        finding.stop();
        assertThat(recorded()).hasSize(before);
        assertThat(new AccessLogDigestHealth(finds).health().getStatus().getCode())
                .isEqualTo("DOWN");
        superuser
                .sql("UPDATE access_log.entry SET staff_id = 'AUD-1' WHERE staff_id = 'other'")
                .update();
        superuser.sql("ALTER TABLE access_log.entry ENABLE TRIGGER ALL").update();
    }
}
