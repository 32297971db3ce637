package org.stele.command.repatriation;

import io.swagger.v3.oas.annotations.media.Schema;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;

/** An arrival, as part of a request body. */
public record ArrivalBody(
        PersonsCategory category,

        @Schema(description = "Persons who came") PersonsCount count,

        @Schema(description = "The day or days on which they came")
        PartialDate arrived) {}
