package org.stele.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.stele.command.testing.Client;
import org.stele.command.testing.CommandServer;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import tools.jackson.databind.JsonNode;

/** A command side that files are sent to. The ledger is shared: a test counts what it added, with a file of its own. */
abstract class ImportServer extends CommandServer {

    private static int filesMade;

    /** The same rows as a file that nobody has sent: it ends in blank lines, one more each time. */
    static byte[] unsent(byte[] file) {
        filesMade++;
        return (new String(file, StandardCharsets.UTF_8) + "\n".repeat(filesMade)).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] unsent(String file) {
        return unsent(file.getBytes(StandardCharsets.UTF_8));
    }

    HttpRequest.Builder post(String kindAndQuery, byte[] file) {
        return client().request("/api/v1/imports/" + kindAndQuery)
                .header("Content-Type", "text/csv")
                .header("X-Stele-User", "registry-1")
                .header("X-Stele-Role", "registrar")
                .POST(BodyPublishers.ofByteArray(file));
    }

    Client.Answer answer(int status, HttpRequest.Builder request) {
        Client.Answer answer = client().send(request);
        assertThat(answer.response().statusCode()).as(answer.response().body()).isEqualTo(status);
        return answer;
    }

    JsonNode report(String kindAndQuery, byte[] file) {
        return answer(200, post(kindAndQuery, file)).json();
    }

    /** What was recorded after a position, all of it, one position after another. */
    static List<StoredEvent> recordedAfter(long position) {
        long head = head();
        List<StoredEvent> events = ledger().read(Selection.all(), position, head, 10_000);
        assertThat(events).hasSize((int) (head - position));
        for (int index = 0; index < events.size(); index++) {
            assertThat(events.get(index).position()).isEqualTo(position + index + 1);
        }
        return events;
    }
}
