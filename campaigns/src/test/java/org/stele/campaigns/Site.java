package org.stele.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** A Site is one ledger on a server, the victims that write to it, and the journal of what they have answered. */
final class Site implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final int PROGRESS = 60;

    private final LedgerDatabase database;
    private final Journal journal = new Journal();
    private final List<VictimProcess> victims = new ArrayList<>();
    private final Orders singles = new Orders(ThreadLocalRandom.current().nextLong(), "");

    Site(LedgerDatabase database) {
        this.database = database;
    }

    static Site on(PostgresServer server, String name) throws SQLException {
        return new Site(LedgerDatabase.create(server, name));
    }

    /** Starts one more victim. */
    VictimProcess start() {
        return start(database.url(), Victim.Conduct.HONEST, Map.of());
    }

    /** Starts one more victim, with an address of its own for the database. */
    VictimProcess start(String url, Victim.Conduct conduct, Map<String, String> environment) {
        VictimProcess victim = VictimProcess.start(url, conduct, environment);
        victims.add(victim);
        return victim;
    }

    /** Begins to start another victim in the place of a dead one. */
    VictimProcess launchInPlaceOf(VictimProcess dead) {
        VictimProcess next = dead.launchAnother();
        victims.set(victims.indexOf(dead), next);
        return next;
    }

    List<VictimProcess> victims() {
        return victims;
    }

    /** Puts all victims under load. */
    Load load(int clients, long seed) {
        return Load.start(victims, journal, clients, seed, "s" + seed + "-");
    }

    /** Gives one victim one order of one fact that competes for nothing, and one try. */
    Answer ask(VictimProcess victim) {
        return ask(victim, singles.single());
    }

    /** Gives one victim an order, once. */
    Answer ask(VictimProcess victim, Order order) {
        journal.given(order);
        try (Client client = Client.connect(victim.port())) {
            Answer answer = client.ask(order);
            journal.heard(order, answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("The victim is not there", e);
        }
    }

    /** Gives orders until one is recorded. */
    void awaitRecorded(VictimProcess victim) {
        await("an order recorded", () -> ask(victim) instanceof Answer.Recorded);
    }

    /** Gives orders until one is refused for a reason that is told in these words. */
    void awaitRefused(VictimProcess victim, String words) {
        await("a refusal: " + words, () -> ask(victim) instanceof Answer.Unknown(String why) && why.contains(words));
    }

    /** More events than until now are acknowledged. */
    void awaitProgress() {
        awaitAcknowledged(journal.eventsAcknowledged() + PROGRESS);
    }

    void awaitAcknowledged(int events) {
        await(events + " events acknowledged", () -> journal.eventsAcknowledged() >= events);
    }

    static void await(String what, BooleanSupplier so) {
        Awaitility.await(what)
                .atMost(TIMEOUT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(so::getAsBoolean);
    }

    /** Has every order answered that was not. */
    void settle(VictimProcess victim) {
        Settlement.of(victim, journal, journal.open());
    }

    /** Has every order answered that was not, and finds nothing wrong. */
    void requireAllThere(VictimProcess victim) {
        settle(victim);
        assertThat(inspect().findings()).isEmpty();
    }

    Inspection inspect() {
        return Inspection.of(database, journal);
    }

    LedgerDatabase database() {
        return database;
    }

    Journal journal() {
        return journal;
    }

    @Override
    public void close() {
        victims.forEach(VictimProcess::close);
    }
}
