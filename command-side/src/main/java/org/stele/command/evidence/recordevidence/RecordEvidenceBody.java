package org.stele.command.evidence.recordevidence;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stele.command.http.SourceBody;
import org.stele.command.rules.FreeText;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.evidence.EvidenceKind;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** What somebody said about persons in a State. */
record RecordEvidenceBody(
        @Schema(description = "The State that the evidence is about")
        MemberState memberState,

        @Schema(description = "The body that a monitor acts for") @Nullable
        MonitoringBody body,

        EvidenceKind kind,

        @Schema(description = "The day or days it speaks of")
        PartialDate asOf,

        @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
        PartialDate received,

        @Schema(description = "The number of persons it gives") @Nullable
        PersonsCount figure,

        @Schema(description = "Whether it contradicts what the State attested")
        boolean contests,

        @MaxSize(FreeText.MOST_STATEMENT) String statement,
        @JsonUnwrapped @Nullable SourceBody source)
        implements Body {}
