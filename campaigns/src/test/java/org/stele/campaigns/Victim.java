package org.stele.campaigns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import org.stele.eventstore.event.AppendReceipt;
import org.stele.ledger.Hash;

/**
 * A Victim is the process that is killed: it takes orders over the loopback interface, one a line, and answers each
 * when its events are durable. It ends with the process that started it.
 */
final class Victim {

    static final String LISTENING = "listening ";

    /** What a victim may do wrong on purpose, to see whether the driver finds it. */
    enum Conduct {
        HONEST,

        /** It answers before anything is written. */
        HASTY,

        /** Whatever database it meets, it goes on with: its fence always says yes. */
        CREDULOUS,

        /** It relies on the database's functions, triggers and settings without examining them. */
        TRUSTING
    }

    private final Node node;
    private final Conduct conduct;

    private Victim(Node node, Conduct conduct) {
        this.node = node;
        this.conduct = conduct;
    }

    static void main(String[] args) throws IOException {
        Thread.ofPlatform().daemon().start(Victim::endWithParent);
        Victim victim = Victim.of(args[0], Conduct.valueOf(args[1]));
        try (ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            System.out.println(LISTENING + server.getLocalPort());
            while (true) {
                Socket client = server.accept();
                client.setTcpNoDelay(true);
                Thread.startVirtualThread(() -> victim.serve(client));
            }
        }
    }

    private static Victim of(String url, Conduct conduct) {
        Node node = conduct == Conduct.TRUSTING ? Node.trusting(url) : Node.of(url);
        return new Victim(node, conduct);
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever said here; the end of it is what counts.
            }
        } catch (IOException e) {
            // The same as the end.
        }
        Runtime.getRuntime().halt(1);
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
                BufferedWriter out = new BufferedWriter(new OutputStreamWriter(client.getOutputStream(), UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.write(answer(Order.parse(line)).line() + "\n");
                out.flush();
            }
        } catch (IOException e) {
            // The driver has gone away; it knows why.
        }
    }

    private Answer answer(Order order) {
        return switch (conduct) {
            case HONEST, TRUSTING -> node.record(order);
            case HASTY -> {
                Thread.startVirtualThread(() -> node.record(order));
                yield madeUp(order);
            }
            case CREDULOUS -> {
                Answer answer = node.record(order);
                if (answer instanceof Answer.Unknown) {
                    node.forgetThePast();
                    answer = node.record(order);
                }
                yield answer;
            }
        };
    }

    private Answer madeUp(Order order) {
        Order.Fact first = order.facts().get(0);
        return new Answer.Recorded(new AppendReceipt(
                node.head() + 1,
                first.eventId(),
                Hash.sha256(order.body(first)),
                Instant.now(),
                order.facts().size(),
                order.key().requestSha256()));
    }
}
