package org.stele.command.screening.recordscreeningresult;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.Rejected;
import tools.jackson.databind.JsonNode;

/** Reads the answer of Moov Watchman's {@code GET /v2/search}. Null is its word for no candidate. */
final class WatchmanAnswer {

    private static final Pattern UN_ID = Pattern.compile("UN-(\\d{1,12})");

    private WatchmanAnswer() {}

    static ScreenerAnswer read(JsonNode answer) {
        if (answer.has("error")) {
            return ScreenerAnswer.failed(ScreenerAnswer.REFUSED);
        }
        JsonNode entities = answer.path("entities");
        if (!answer.has("entities") || !(entities.isNull() || entities.isArray())) {
            throw Rejected.malformed("answer", "Expected the answer of GET /v2/search, with entities.");
        }
        List<FoundCandidate> found = new ArrayList<>();
        for (JsonNode entity : entities) {
            found.add(candidate(entity, "answer.entities[%s]".formatted(found.size())));
        }
        return ScreenerAnswer.of(found, null);
    }

    private static FoundCandidate candidate(JsonNode entity, String path) {
        String id = ScreenerAnswer.text(entity.path("sourceID"), path + ".sourceID");
        return new FoundCandidate(
                id,
                reference(entity.path("sourceData").path("ReferenceNumber")),
                ScreenerAnswer.dataId(UN_ID, id),
                ScreenerAnswer.score(entity.path("match"), path + ".match"),
                null,
                features(entity.path("details").path("pieces"), path));
    }

    /** A reference of the UN's list may end with a space. */
    private static @Nullable String reference(JsonNode stated) {
        return stated.isString() && !stated.stringValue().isBlank()
                ? stated.stringValue().strip()
                : null;
    }

    /** Pieces come with debugging only; of two with one name the higher is kept. */
    private static SortedMap<String, BigDecimal> features(JsonNode pieces, String path) {
        SortedMap<String, BigDecimal> features = new TreeMap<>();
        for (JsonNode piece : pieces) {
            features.merge(
                    ScreenerAnswer.text(piece.path("pieceType"), path + ".details"),
                    ScreenerAnswer.score(piece.path("score"), path + ".details"),
                    BigDecimal::max);
        }
        return features;
    }
}
