package org.stele.campaigns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;

/** The Settlement asks again for every order whose answer was not heard, and for some whose answer was. */
final class Settlement {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int CLIENTS = 8;

    private Settlement() {}

    /** Each of the orders has its answer afterwards, and the journal knows whether it was the first one once more. */
    static void of(VictimProcess victim, Journal journal, List<Order> orders) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> shares = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int share = i;
                shares.add(threads.submit(() -> settle(victim, journal, orders, share)));
            }
            for (Future<?> share : shares) {
                share.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Orders cannot be settled", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while settling", e);
        }
    }

    private static void settle(VictimProcess victim, Journal journal, List<Order> orders, int share) {
        try (Client client = Client.connect(victim.port())) {
            for (int i = share; i < orders.size(); i += CLIENTS) {
                Order order = orders.get(i);
                Answer answer = Awaitility.await("an answer to " + order.commandId())
                        .atMost(TIMEOUT)
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(50))
                        .until(() -> client.ask(order), heard -> !(heard instanceof Answer.Unknown));
                journal.heard(order, answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
