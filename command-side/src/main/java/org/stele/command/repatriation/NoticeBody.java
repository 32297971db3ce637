package org.stele.command.repatriation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.command.rules.Codes;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.SubjectRef;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeBasis;
import org.stele.events.repatriation.NoticeContent;
import org.stele.web.body.InvalidField;
import org.stele.web.body.MaxSize;

/** The content of a notice, as part of a request body. */
public record NoticeBody(
        PersonsCategory category,

        @Schema(description = "Persons who left; may be left out where subjects are given") @Nullable
        PersonsCount count,

        @Schema(
                description =
                        "Opaque random references to the persons, where the State has issued them; recorded sealed")
        @MaxSize(NoticeRules.MAX_SUBJECTS)
        List<SubjectRef> subjects,

        PartialDate departed,

        @Schema(description = "The alpha-3 code of the country, XXX where it is not stated. Only PRK is a repatriation")
        @MaxSize(3)
        String destination,

        @Nullable Mode mode,

        @Schema(description = "What the notice rests on: exit is proved, return is proved, or neither") @Nullable
        NoticeBasis basis,

        @Schema(description = "Code of the class of visa") @MaxSize(Codes.MAX_LENGTH) @Nullable
        String visaClass,

        @Schema(description = "Code of the sector that they worked in") @MaxSize(Codes.MAX_LENGTH) @Nullable
        String sector) {

    public NoticeBody {
        if (count == null && subjects.isEmpty()) {
            throw new InvalidField("count", "State how many persons left, or refer to them by subjects.");
        }
        if (count != null && !subjects.isEmpty() && count.value() != subjects.size()) {
            throw new InvalidField(
                    "count", "The notice counts %s persons and refers to %s.".formatted(count, subjects.size()));
        }
    }

    /** The event's content, with the outcome derived from the destination. */
    public NoticeContent toContent() {
        return NoticeRules.content(
                category,
                count == null ? new PersonsCount(subjects.size()) : count,
                subjects,
                departed,
                destination,
                mode == null ? Mode.NOT_STATED : mode,
                basis,
                visaClass,
                sector);
    }
}
