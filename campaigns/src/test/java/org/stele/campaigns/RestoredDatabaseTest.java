package org.stele.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.read.LedgerReader;

/** A database put in the place of the one that a living process has written to is refused, until that one is back. */
@Tag("long")
class RestoredDatabaseTest {

    private final PostgresServer server;
    private final Site site;
    private final VictimProcess victim;

    RestoredDatabaseTest() throws Exception {
        server = Workplace.server("restored");
        site = Site.on(server, "ledger");
        victim = site.start();
    }

    @AfterEach
    void close() {
        site.close();
        server.close();
    }

    @Test
    void a_database_that_is_behind_is_refused() throws Exception {
        Restoration older = Restoration.ofEarlierState(site, victim);
        older.restore();
        requireRefused(Restoration.BEFORE);
        older.undo();
        requireGoesOn();
    }

    @Test
    void a_database_with_another_history_is_refused_be_it_shorter_as_long_or_longer() throws Exception {
        Restoration older = Restoration.ofEarlierState(site, victim);
        older.restore();
        try (Site other = new Site(site.database())) {
            VictimProcess writer = other.start();
            for (int events = 1; events <= Restoration.AFTER + 2; events++) {
                other.awaitRecorded(writer);
                requireRefused(Restoration.BEFORE + events);
            }
        }
        older.undo();
        requireGoesOn();
    }

    private void requireRefused(long head) {
        assertThat(site.ask(victim))
                .isInstanceOfSatisfying(
                        Answer.Unknown.class,
                        refused -> assertThat(refused.why()).contains("behind, or another history"));
        assertThat(new LedgerReader(site.database().projection()).head()).isEqualTo(head);
    }

    private void requireGoesOn() {
        site.awaitRecorded(victim);
        site.requireAllThere(victim);
    }
}
