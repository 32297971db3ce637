package org.stele.standalone;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.springframework.core.env.Environment;
import org.stele.standalone.home.Misconfigured;
import org.stele.standalone.home.Reason;

/**
 * The address and port for requests. They are checked before anything is started, because a database start takes time.
 */
final class Doorway {

    private static final int MAX_PORT = 65_535;

    private Doorway() {}

    /** Refuses an invalid port, or one that another program uses. */
    static void requireFree(Environment environment) {
        int port = port(environment.getProperty("server.port", "8080"));
        String address = environment.getProperty("server.address", "127.0.0.1");
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            // The port is free.
        } catch (UnknownHostException e) {
            throw new Misconfigured(
                    "STELE_ADDRESS: expected an address of this machine, got %s, which is not known. Correct it."
                            .formatted(address),
                    e);
        } catch (BindException e) {
            throw new Misconfigured(
                    "Port %s of %s cannot be taken: %s. If another program has it, stop that one, or set STELE_PORT (or --server.port) to another port; if the address is not of this machine, correct STELE_ADDRESS. Nothing was started."
                            .formatted(port, address, e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new Misconfigured("Port %s of %s cannot be taken: %s".formatted(port, address, Reason.of(e)), e);
        }
    }

    private static int port(String text) {
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= MAX_PORT) {
            return Integer.parseInt(text);
        }
        throw new Misconfigured("STELE_PORT (or --server.port): expected a number from 0 to %s, got '%s'. Correct it."
                .formatted(MAX_PORT, text));
    }
}
