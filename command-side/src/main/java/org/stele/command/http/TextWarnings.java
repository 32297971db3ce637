package org.stele.command.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stele.command.entry.TextWarning;
import org.stele.command.rules.PersonalDataSigns;
import org.stele.command.rules.PersonalDataSigns.Sign;
import org.stele.web.body.Body;
import org.stele.web.json.WebJson;
import tools.jackson.databind.JsonNode;

/** The texts of a request that may hold personal data. */
final class TextWarnings {

    /** Fields in a person's own words, and titles and addresses, by name wherever they stand in a body. */
    private static final Set<String> TEXTS = Set.of(
            "explanation",
            "dataLimit",
            "summary",
            "sourceTitle",
            "sourceAddress",
            "sourceSummary",
            "title",
            "address",
            "statement",
            "reason",
            "question",
            "answer",
            "text",
            "rationale",
            "evidence",
            "detail",
            "purpose",
            "reference",
            "follows");

    private static final int MOST = 50;

    private TextWarnings() {}

    static List<TextWarning> in(Body body) {
        List<TextWarning> found = new ArrayList<>();
        look("", WebJson.MAPPER.valueToTree(body), found);
        return found;
    }

    private static void look(String path, JsonNode node, List<TextWarning> found) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                JsonNode value = field.getValue();
                if (value.isString() && TEXTS.contains(field.getKey())) {
                    look(name, value.stringValue(), found);
                } else if (!isOfScreener(field.getKey())) {
                    look(name, value, found);
                }
            });
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                look(path + "[" + index + "]", node.get(index), found);
            }
        }
    }

    /** A screener's answer is personal data by its nature: none of its texts is recorded. */
    private static boolean isOfScreener(String name) {
        return name.equals("answer");
    }

    private static void look(String field, String text, List<TextWarning> found) {
        Set<Sign> signs = PersonalDataSigns.in(text);
        if (!signs.isEmpty() && found.size() < MOST) {
            found.add(new TextWarning(
                    field,
                    signs.stream().map(Sign::name).toList(),
                    "The text may hold %s. If it does, ask the custodian to have the event's body removed, and file it again without."
                            .formatted(PersonalDataSigns.words(signs))));
        }
    }
}
