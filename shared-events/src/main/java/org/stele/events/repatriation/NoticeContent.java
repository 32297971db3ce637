package org.stele.events.repatriation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.Sealed;
import org.stele.events.SubjectRef;

/**
 * The content of one version of a repatriation notice: persons who left, as a count or as opaque references.
 *
 * @param subjects references in plain sight, as only notices of the first version hold them; empty otherwise
 * @param sealedSubjects the references under a key; null where the notice gives a count alone
 * @param destination the alpha-3 code of where they went, {@code XXX} where the State does not say
 * @param outcome follows from the destination
 * @param basis null where it is not known
 * @param visaClass code of the class of visa; null where it is not known
 * @param sector code of the sector they worked in; null where it is not known
 */
public record NoticeContent(
        PersonsCategory category,
        PersonsCount count,
        List<SubjectRef> subjects,
        @Nullable Sealed sealedSubjects,
        PartialDate departed,
        String destination,
        Outcome outcome,
        Mode mode,
        @Nullable NoticeBasis basis,
        @Nullable String visaClass,
        @Nullable String sector) {

    public NoticeContent {
        subjects = List.copyOf(subjects);
        if (!subjects.isEmpty() && subjects.size() != count.value()) {
            throw new IllegalArgumentException(
                    "The notice counts %s persons and names %s.".formatted(count, subjects.size()));
        }
    }

    /** Whether the count comes from records of single persons, so that a small one is shown as a band (rules, section 6). */
    @JsonIgnore
    public boolean isOfSubjects() {
        return sealedSubjects != null || !subjects.isEmpty();
    }
}
