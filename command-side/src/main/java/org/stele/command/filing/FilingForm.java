package org.stele.command.filing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stele.command.filing.Question.Kind;
import org.stele.events.BaselineBasis;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.events.PersonsCategory;
import org.stele.events.attestation.Visibility;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeBasis;
import org.stele.web.problem.FieldError;

/** One of the forms: its questions, grouped by heading. */
public enum FilingForm {
    ATTESTATION("attestation"),
    REPATRIATION_NOTICE("repatriation-notice");

    private final String path;

    FilingForm(String path) {
        this.path = path;
    }

    static Optional<FilingForm> find(String path) {
        return Stream.of(values()).filter(form -> form.path.equals(path)).findFirst();
    }

    public String path() {
        return path;
    }

    public Map<String, List<Question>> parts() {
        return this == ATTESTATION ? attestation() : notice();
    }

    List<Question> questions() {
        return parts().values().stream().flatMap(List::stream).toList();
    }

    /** Errors in the order of the form; those about no question come first. */
    List<FieldError> inOrder(List<FieldError> errors) {
        List<String> names = questions().stream().map(Question::name).toList();
        return errors.stream()
                .sorted(Comparator.comparingInt(error -> names.indexOf(error.field())))
                .toList();
    }

    private static Map<String, List<Question>> attestation() {
        Map<String, List<Question>> parts = new LinkedHashMap<>();
        parts.put(
                "report",
                List.of(
                        Question.choice("obligation", obligations()),
                        Question.of("periodFrom", Kind.DATE),
                        Question.of("periodTo", Kind.DATE)));
        parts.put(
                "workers",
                List.of(
                        Question.of("declaredNil", Kind.TICK),
                        Question.of("baselineCount", Kind.COUNT),
                        Question.choice("baselineBasis", names(BaselineBasis.values())),
                        Question.of("repatriatedCount", Kind.COUNT),
                        Question.of("assertsMoreThanHalf", Kind.TICK),
                        Question.of("remainingCount", Kind.COUNT),
                        Question.of("remainingAsOf", Kind.DATE)));
        parts.put(
                "words",
                List.of(
                        Question.of("explanation", Kind.PARAGRAPH),
                        Question.of("dataLimit", Kind.PARAGRAPH),
                        Question.of("summary", Kind.PARAGRAPH),
                        Question.choice("visibility", names(Visibility.values()))));
        return parts;
    }

    private static Map<String, List<Question>> notice() {
        List<String> destinations = Stream.concat(
                        Stream.of("PRK", "XXX"), codes().stream().filter(code -> !code.equals("PRK")))
                .toList();
        return Map.of(
                "departure",
                List.of(
                        Question.choice("category", names(PersonsCategory.values())),
                        Question.of("count", Kind.COUNT),
                        Question.of("departed", Kind.DATE),
                        Question.choice("destination", destinations),
                        Question.choice("mode", names(Mode.values())),
                        Question.choice("basis", names(NoticeBasis.values())),
                        Question.of("visaClass", Kind.SENTENCE),
                        Question.of("sector", Kind.SENTENCE)));
    }

    private static List<String> obligations() {
        return Stream.of(ObligationId.values())
                .filter(ObligationId::isAnsweredByAttestation)
                .sorted((a, b) -> Boolean.compare(b.id().startsWith("REP"), a.id().startsWith("REP")))
                .map(ObligationId::id)
                .toList();
    }

    private static List<String> codes() {
        return Stream.of(MemberState.values())
                .sorted((a, b) -> a.officialName().compareTo(b.officialName()))
                .map(MemberState::iso3)
                .toList();
    }

    private static List<String> names(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }
}
