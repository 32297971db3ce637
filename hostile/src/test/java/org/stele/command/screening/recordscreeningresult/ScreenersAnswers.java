package org.stele.command.screening.recordscreeningresult;

import java.io.ByteArrayInputStream;
import org.stele.web.body.Body;
import org.stele.web.body.BodyReader;
import tools.jackson.databind.JsonNode;

/** The readers of screeners' answers, as a request reaches them. */
public final class ScreenersAnswers {

    private ScreenersAnswers() {}

    record Sent(JsonNode answer) implements Body {}

    public static void ofYente(byte[] body) {
        YenteAnswer.read(sent(body));
    }

    public static void ofWatchman(byte[] body) {
        WatchmanAnswer.read(sent(body));
    }

    private static JsonNode sent(byte[] body) {
        return BodyReader.read(new ByteArrayInputStream(body), Sent.class).answer();
    }
}
