package org.stele.hostile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;
import tools.jackson.databind.JsonNode;

/** A body with a field of each kind that commands have. */
record SampleBody(
        FilingId filing,
        MemberState state,
        @Nullable PartialDate day,
        @Nullable @MaxSize(500) String text,
        @Nullable Integer count,
        @Nullable BigDecimal score,
        @Nullable Boolean declared,
        @MaxSize(20) List<Part> parts,
        @MaxSize(20) Map<String, Part> named,
        @Nullable JsonNode answer)
        implements Body {

    record Part(String name, @Nullable Integer count) {}
}
