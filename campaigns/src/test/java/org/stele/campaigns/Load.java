package org.stele.campaigns;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A Load is many clients who each give an order, wait for the answer and give the next, until they are told to stop or
 * lose their victim. Some orders are given by two of them at once.
 */
final class Load implements AutoCloseable {

    private static final int REPEAT_ONE_IN = 10;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Journal journal;
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable Order> latest = new AtomicReference<>();
    private volatile boolean stopping;

    private Load(Journal journal) {
        this.journal = journal;
    }

    /** @param slots names of what orders compete for begin with this text */
    static Load start(List<VictimProcess> victims, Journal journal, int clients, long seed, String slots) {
        Load load = new Load(journal);
        List<Runnable> runs = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int port = victims.get(i % victims.size()).port();
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + i);
            Orders orders = new Orders(random.nextLong(), slots);
            runs.add(() -> load.run(port, orders, random));
        }
        runs.forEach(load.clients::execute);
        return load;
    }

    private void run(int port, Orders orders, SplittableRandom random) {
        try (Client client = Client.connect(port)) {
            while (!stopping) {
                give(client, next(orders, random));
            }
        } catch (IOException e) {
            // The victim is dead. What was not answered stays open.
        }
    }

    /** Until the answer is known, as a patient client does. */
    private void give(Client client, Order order) throws IOException {
        journal.given(order);
        Answer answer = client.ask(order);
        while (answer instanceof Answer.Unknown && !stopping) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = client.ask(order);
        }
        journal.heard(order, answer);
    }

    private Order next(Orders orders, SplittableRandom random) {
        Order another = latest.get();
        if (another != null && random.nextInt(REPEAT_ONE_IN) == 0) {
            return another;
        }
        Order order = orders.next();
        latest.set(order);
        return order;
    }

    /** Waits until every client has had its last answer, or has lost its victim. */
    @Override
    public void close() {
        stopping = true;
        clients.close();
    }
}
