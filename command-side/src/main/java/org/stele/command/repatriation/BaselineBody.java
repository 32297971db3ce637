package org.stele.command.repatriation;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stele.events.Baseline;
import org.stele.events.BaselineBasis;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.web.body.InvalidField;

/** A declared baseline, as part of a request body. */
public record BaselineBody(
        @Schema(description = "WORKER where nothing is said") @Nullable
        PersonsCategory category,

        @Schema(description = "Persons, as the basis counts them; left out where the State states no number") @Nullable
        PersonsCount count,

        @Schema(description = "What was counted; left out where the State does not say") @Nullable
        BaselineBasis basis,

        @Schema(description = "The day or days of which it is true")
        PartialDate on) {

    public BaselineBody {
        if (count == null && basis == null) {
            throw new InvalidField("count", "State how many persons there were, or the basis of a number kept back.");
        }
    }

    public PersonsCategory categoryOrWorker() {
        return category == null ? PersonsCategory.WORKER : category;
    }

    /** The same as events hold it. */
    public Baseline toBaseline() {
        return new Baseline(count, basis);
    }
}
