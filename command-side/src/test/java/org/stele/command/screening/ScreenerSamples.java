package org.stele.command.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.stele.command.testing.Client;
import tools.jackson.databind.JsonNode;

/** What outside screeners answer: invented, in their true shape. */
final class ScreenerSamples {

    private ScreenerSamples() {}

    static JsonNode one(String name, int index) {
        return all(name).path("cases").path(index);
    }

    static JsonNode all(String name) {
        try (InputStream in = Objects.requireNonNull(
                ScreenerSamples.class.getResourceAsStream("/screeners/%s-sample.json".formatted(name)))) {
            return Client.JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
    /** Every text of four characters or more in it that is a name, a date, a number of a document or an explanation. */
    static Set<String> personal(JsonNode answer) {
        Set<String> texts = new HashSet<>();
        for (String member : List.of(
                "caption",
                "name",
                "birthDate",
                "idNumber",
                "weakAlias",
                "alias",
                "notes",
                "detail",
                "query",
                "candidate",
                "altNames",
                "FirstName",
                "SecondName",
                "Comments",
                "Date",
                "Name",
                "passportNumber")) {
            answer.findValues(member).forEach(value -> addTexts(value, texts));
        }
        return texts;
    }

    private static void addTexts(JsonNode value, Set<String> texts) {
        if (value.isString() && value.stringValue().length() >= 4) {
            texts.add(value.stringValue().toLowerCase(Locale.ROOT));
        }
        if (value.isArray()) {
            value.forEach(each -> addTexts(each, texts));
        }
    }
}
