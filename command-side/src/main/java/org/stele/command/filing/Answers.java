package org.stele.command.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.stele.command.written.WrittenCount;
import org.stele.command.written.WrittenDate;
import org.stele.events.CommandId;
import org.stele.events.PersonsCount;
import org.stele.web.problem.FieldError;
import org.stele.web.text.Text;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was typed into a form, unchanged, under the command id that the form was first shown with.
 *
 * @param texts by the names of questions; a question left blank has no entry
 */
public record Answers(FilingForm form, CommandId commandId, Map<String, String> texts) {

    static final String COMMAND_ID = "commandId";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The answers of a posted form. An invalid id makes the form as unusable as one that was never shown. */
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

    /** Whether a question is answered in a person's own words. */
    boolean isProse(String name) {
        return form.questions().stream()
                .anyMatch(question -> question.name().equals(name)
                        && switch (question.kind()) {
                            case SENTENCE, PARAGRAPH -> true;
                            case TICK, COUNT, DATE, CHOICE -> false;
                        });
    }

    /** The numbers and dates that are unreadable or ambiguous, with what to write instead. */
    List<FieldError> unread() {
        List<FieldError> unread = new ArrayList<>();
        for (Question question : form.questions()) {
            String text = texts.get(question.name());
            try {
                if (text != null) {
                    read(question, text);
                }
            } catch (IllegalArgumentException e) {
                unread.add(new FieldError(question.name(), String.valueOf(e.getMessage()), text));
            }
        }
        return unread;
    }

    /** The answer in the body's form: the number or date that the text means. */
    static Object read(Question question, String text) {
        String fault = Text.fault(text);
        if (fault != null) {
            throw new IllegalArgumentException(fault);
        }
        return switch (question.kind()) {
            case TICK -> true;
            case COUNT -> WrittenCount.read(text);
            case DATE -> WrittenDate.read(text);
            case CHOICE, SENTENCE, PARAGRAPH -> text;
        };
    }

    /** The request body that the API would get, without unreadable answers. */
    byte[] toJson() {
        ObjectNode body = JSON.createObjectNode();
        List<String> unread = unread().stream().map(FieldError::field).toList();
        for (Question question : form.questions()) {
            String text = texts.get(question.name());
            if (text != null && !unread.contains(question.name())) {
                put(body, question, text);
            }
        }
        return JSON.writeValueAsBytes(body);
    }

    private static void put(ObjectNode body, Question question, String text) {
        switch (read(question, text)) {
            case Boolean ticked -> body.put(question.name(), ticked);
            case PersonsCount count -> body.put(question.name(), count.value());
            case Object other -> body.put(question.name(), other.toString());
        }
    }
}
