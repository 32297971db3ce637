package org.stele.command.filing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import org.stele.command.filing.Question.Kind;
import org.stele.events.CommandId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was typed into a form, letter by letter, under the command id that the form was first shown with.
 *
 * @param texts by the names of questions; nothing is there for what was left blank
 */
public record Answers(FilingForm form, CommandId commandId, Map<String, String> texts) {

    static final String COMMAND_ID = "commandId";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9F}&&[^\n\t]]");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");

    /** The answers of a posted form. An id that is none makes the form as unusable as one that was never shown. */
    static Answers posted(FilingForm form, MultiValueMap<String, String> fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Question question : form.questions()) {
            String text = fields.getFirst(question.name());
            if (text != null && !text.isBlank()) {
                texts.put(question.name(), text.strip().replace("\r\n", "\n"));
            }
        }
        String commandId = fields.getFirst(COMMAND_ID);
        return new Answers(form, CommandId.parse(commandId == null ? "" : commandId), texts);
    }

    public String text(String name) {
        return texts.getOrDefault(name, "");
    }

    /** The same for a page, which cannot hold control characters: each shows where it stands. */
    public String shown(String name) {
        return CONTROL.matcher(text(name)).replaceAll("\uFFFD");
    }

    /** The body that the API would be sent; who files it is no part of that. */
    byte[] toJson() {
        ObjectNode body = JSON.createObjectNode();
        for (Question question : form.questions()) {
            String text = texts.get(question.name());
            boolean isWho =
                    question.name().equals(FilingForm.STATE) || question.name().equals(FilingForm.STAFF_ID);
            if (text != null && !isWho) {
                put(body, question, text);
            }
        }
        return JSON.writeValueAsBytes(body);
    }

    private static void put(ObjectNode body, Question question, String text) {
        if (question.kind() == Kind.TICK) {
            body.put(question.name(), true);
        } else if (question.kind() == Kind.COUNT && WHOLE_NUMBER.matcher(text).matches()) {
            body.put(question.name(), Long.parseLong(text));
        } else {
            body.put(question.name(), text);
        }
    }
}
