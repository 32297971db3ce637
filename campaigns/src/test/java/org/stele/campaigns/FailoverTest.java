package org.stele.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With a synchronous standby, nothing acknowledged is lost with the primary, and nothing else is acknowledged. */
@Tag("long")
class FailoverTest {

    private static final int CANCELLED = 3;
    private static final Answer NO_ANSWER = new Answer.Unknown("no answer yet");

    private final PostgresServer primary;
    private final Site site;
    private final Standby standby;

    FailoverTest() throws Exception {
        primary = Workplace.server("primary");
        site = Site.on(primary, "ledger");
        standby = Standby.of(primary);
    }

    @AfterEach
    void close() {
        site.close();
        standby.close();
        primary.close();
    }

    @Test
    void a_standby_promoted_under_load_has_everything_and_the_old_primary_resumed_records_no_more() throws Exception {
        long seed = Scale.seed("A promotion");
        VictimProcess victim = site.start(eitherUrl(), Victim.Conduct.HONEST, Map.of());
        Load load = site.load(12, seed);
        try (load) {
            site.awaitProgress();
            primary.freeze();
            standby.promote();
            site.awaitProgress();
            primary.thaw();
            site.awaitProgress();
        }
        VictimProcess left = site.start();
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> site.ask(left));
        Site.await("a commit that waits for the standby that is gone", () -> waitsForStandby() > 0);
        assertThat(answer).isNotDone();
        left.kill();
        primary.kill();
        site.settle(victim);
        assertThat(findingsOnStandby()).isEmpty();
    }

    @Test
    void a_wait_for_the_standby_that_is_cancelled_acknowledges_nothing() throws Exception {
        VictimProcess victim = site.start();
        site.awaitRecorded(victim);
        standby.server().kill();
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> site.ask(victim));
        cancelWaits(answer);
        requireNotRecorded(answer);
        requireKeptByStandby(victim);
    }

    @Test
    void what_is_there_again_without_the_standby_is_not_acknowledged_when_it_is_asked_for_again() throws Exception {
        VictimProcess victim = site.start();
        site.awaitRecorded(victim);
        standby.server().kill();
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> site.ask(victim));
        Site.await("a commit that waits", () -> waitsForStandby() > 0);
        primary.kill();
        victim.kill();
        primary.start();
        requireNotRecorded(answer);
        VictimProcess next = site.start();
        Order open = site.journal().open().get(0);
        CompletableFuture<Answer> again = CompletableFuture.supplyAsync(() -> site.ask(next, open));
        cancelWaits(again);
        requireNotRecorded(again);
        requireKeptByStandby(next);
    }

    /** Has the wait of a commit end, some times over, with nothing but a warning to the client. */
    private void cancelWaits(CompletableFuture<Answer> answer) {
        for (int cancelled = 0; cancelled < CANCELLED; cancelled++) {
            Site.await("a commit that waits, or an answer", () -> waitsForStandby() > 0 || answer.isDone());
            primary.ask("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
        }
    }

    private static void requireNotRecorded(CompletableFuture<Answer> answer) {
        assertThat(answer.exceptionally(lost -> NO_ANSWER).getNow(NO_ANSWER)).isInstanceOf(Answer.Unknown.class);
    }

    private void requireKeptByStandby(VictimProcess victim) {
        standby.server().start();
        standby.awaitFollowing(primary);
        site.requireAllThere(victim);
        primary.kill();
        standby.promote();
        assertThat(findingsOnStandby()).isEmpty();
    }

    private int waitsForStandby() {
        return Integer.parseInt(
                String.valueOf(primary.ask("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'")));
    }

    private List<Finding> findingsOnStandby() {
        return Inspection.of(site.database().on(standby.server()), site.journal())
                .findings();
    }

    /** Whichever of the two accepts writes, with short timeouts for both. */
    private String eitherUrl() {
        return "jdbc:postgresql://127.0.0.1:%s,127.0.0.1:%s/%s?targetServerType=primary&hostRecheckSeconds=0"
                        .formatted(
                                standby.server().port(),
                                primary.port(),
                                site.database().name())
                + "&connectTimeout=1&socketTimeout=2&loginTimeout=10";
    }
}
