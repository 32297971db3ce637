package org.stele.campaigns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.Socket;

/** A Client is one connection to a victim: it gives one order at a time and waits for the answer. */
final class Client implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader in;
    private final BufferedWriter out;

    private Client(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        this.out = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), UTF_8));
    }

    static Client connect(int port) throws IOException {
        return new Client(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** Fails when the victim dies, and then nobody knows what became of the order. */
    Answer ask(Order order) throws IOException {
        out.write(order.line() + "\n");
        out.flush();
        String line = in.readLine();
        if (line == null) {
            throw new EOFException("The victim has gone away");
        }
        return Answer.parse(line);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
