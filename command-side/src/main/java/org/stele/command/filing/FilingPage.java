package org.stele.command.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stele.command.filing.Question.Kind;
import org.stele.events.Actor;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.web.page.Frame;
import org.stele.web.problem.FieldError;

/**
 * A form, or its check page.
 *
 * @param signatory who files, and for which State
 * @param seal shows that the page was made here
 * @param errors in the order of the questions; those about no question come first
 * @param doubts possible mistakes
 * @param toSign on the check page; null on the form, and where it cannot be said now
 */
public record FilingPage(
        Frame frame,
        Actor signatory,
        Answers answers,
        String seal,
        List<FieldError> errors,
        List<Doubt> doubts,
        @Nullable ToSign toSign) {

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }

    /** Such as "For Norway, by NOR-PM-2". */
    public String filedFor() {
        MemberState state = Objects.requireNonNull(signatory.memberState(), "a signatory's State");
        return text("file.for", state.officialName(), signatory.staffId());
    }

    public FilingForm form() {
        return answers.form();
    }

    public Map<String, List<Question>> parts() {
        return form().parts();
    }

    public String label(Question question) {
        return text("file.question." + question.name());
    }

    public @Nullable String hint(Question question) {
        String key = "file.hint." + question.name();
        return frame.messages().has(key) ? text(key) : null;
    }

    /** The text of a list without a choice. */
    public String unchosen(Question question) {
        String key = "file.choose." + question.name();
        return text(frame.messages().has(key) ? key : "file.choose");
    }

    public @Nullable String error(Question question) {
        return errors.stream()
                .filter(error -> error.field().equals(question.name()))
                .map(FieldError::message)
                .findFirst()
                .orElse(null);
    }

    /** The ids of the texts that describe the field, for screen readers. */
    public @Nullable String describedBy(Question question) {
        String hint = hint(question) == null ? "" : question.name() + "-hint";
        String error = error(question) == null ? "" : " " + question.name() + "-error";
        String ids = (hint + error).strip();
        return ids.isEmpty() ? null : ids;
    }

    public boolean isQuestion(FieldError error) {
        return form().questions().stream().anyMatch(question -> question.name().equals(error.field()));
    }

    /** What is chosen or was typed, for display. */
    public String shown(Question question) {
        String typed = answers.text(question.name());
        if (typed.isEmpty()) {
            return text("file.not-stated");
        }
        return switch (Answers.read(question, typed)) {
            case Boolean _ -> text("file.yes");
            case PersonsCount count -> frame.messages().number(count.value());
            case PartialDate date -> frame.messages().date(date);
            default -> question.options().contains(typed) ? option(question, typed) : typed;
        };
    }

    /** What was typed, where it was understood as another text; null where both are the same. */
    public @Nullable String typedOtherwise(Question question) {
        String typed = answers.text(question.name());
        boolean isRead = question.kind() == Kind.COUNT || question.kind() == Kind.DATE;
        boolean isSame = typed.isEmpty()
                || typed.equals(shown(question))
                || typed.equals(Answers.read(question, typed).toString());
        return isRead && !isSame ? typed : null;
    }

    public String words(Doubt doubt) {
        Object[] arguments = doubt.arguments().stream()
                .map(argument -> switch (argument) {
                    case PartialDate date -> frame.messages().date(date);
                    case LocalDate day -> frame.messages().date(day);
                    default -> argument;
                })
                .toArray();
        return text(doubt.words(), arguments);
    }

    public String option(Question question, String value) {
        String key = "file.option." + question.name() + "." + value;
        if (frame.messages().has(key)) {
            return text(key);
        }
        return MemberState.find(value).map(MemberState::officialName).orElse(value);
    }
}
