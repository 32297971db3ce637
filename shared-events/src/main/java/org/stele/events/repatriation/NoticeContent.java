package org.stele.events.repatriation;

import java.util.List;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.SubjectRef;

/**
 * The content of one version of a repatriation notice: persons who left, as a count or as opaque references.
 *
 * @param subjects empty where the notice gives a count alone
 * @param destination the alpha-3 code of where they went, {@code XXX} where the State does not say
 * @param outcome derived from the destination
 */
public record NoticeContent(
        PersonsCategory category,
        PersonsCount count,
        List<SubjectRef> subjects,
        PartialDate departed,
        String destination,
        Outcome outcome,
        Mode mode) {

    public NoticeContent {
        subjects = List.copyOf(subjects);
        if (!subjects.isEmpty() && subjects.size() != count.value()) {
            throw new IllegalArgumentException(
                    "The notice counts %s persons and names %s.".formatted(count, subjects.size()));
        }
    }
}
