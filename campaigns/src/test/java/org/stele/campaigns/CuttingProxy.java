package org.stele.campaigns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A CuttingProxy stands between a client and PostgreSQL and cuts the connection at the next commit, when told to. It
 * knows of the protocol how messages are framed, how a statement is named and executed, and how a commit is confirmed;
 * encryption it does not know.
 */
final class CuttingProxy implements AutoCloseable {

    private static final String COMMIT = "COMMIT";

    private final int serverPort;
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicReference<@Nullable CommitCut> next = new AtomicReference<>();
    private final AtomicInteger cuts = new AtomicInteger();

    CuttingProxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void cutNextCommit(CommitCut cut) {
        next.set(cut);
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Link link = new Link(client, new Socket(InetAddress.getLoopbackAddress(), serverPort));
                Thread.startVirtualThread(() -> link.run(link::forwardClient));
                Thread.startVirtualThread(() -> link.run(link::forwardServer));
            } catch (IOException e) {
                // Closed, or the server is not there: the client finds out.
            }
        }
    }

    /** A Link is one client's connection and the one made for it. */
    private final class Link {

        private final Socket client;
        private final Socket server;
        private final Map<String, String> statements = new ConcurrentHashMap<>();

        Link(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            // Each message goes on at once; else every second one waits for the other side to confirm the first.
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        @FunctionalInterface
        private interface Forwarding {
            void run() throws IOException;
        }

        void run(Forwarding forwarding) {
            try (client;
                    server) {
                forwarding.run();
            } catch (IOException e) {
                // One side has gone, or this link was cut: both sides are closed.
            }
        }

        /** Until the client leaves, or a commit of its is cut before or while the server hears of it. */
        void forwardClient() throws IOException {
            WireMessages messages = new WireMessages(client.getInputStream());
            server.getOutputStream().write(messages.nextUntyped());
            while (true) {
                WireMessage message = messages.next();
                boolean commits = isCommit(message);
                if (commits && next.compareAndSet(CommitCut.BEFORE, null)) {
                    cuts.incrementAndGet();
                    return;
                }
                server.getOutputStream().write(message.bytes());
                if (commits && next.get() == CommitCut.DURING) {
                    server.getOutputStream().write(messages.rest());
                    if (next.compareAndSet(CommitCut.DURING, null)) {
                        cuts.incrementAndGet();
                        return;
                    }
                }
            }
        }

        private boolean isCommit(WireMessage message) {
            return switch (message.type()) {
                case 'P' -> {
                    statements.put(message.text(0), message.text(1).strip());
                    yield false;
                }
                case 'B' -> COMMIT.equalsIgnoreCase(statements.getOrDefault(message.text(1), ""));
                case 'Q' -> message.text(0).toUpperCase(Locale.ROOT).startsWith(COMMIT);
                default -> false;
            };
        }

        /** Until the server leaves, or has confirmed a commit that is to be cut after it. */
        void forwardServer() throws IOException {
            WireMessages messages = new WireMessages(server.getInputStream());
            while (true) {
                WireMessage message = messages.next();
                boolean confirmed = message.type() == 'C' && COMMIT.equals(message.text(0));
                if (confirmed && next.compareAndSet(CommitCut.AFTER, null)) {
                    cuts.incrementAndGet();
                    return;
                }
                client.getOutputStream().write(message.bytes());
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
