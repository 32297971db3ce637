package org.stele.command.screening.recordscreeningresult;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.Rejected;
import tools.jackson.databind.JsonNode;

/** Reads the answer of OpenSanctions' {@code POST /match}, 4.x and 5.x: one answer for each key of the caller. */
final class YenteAnswer {

    /** The id of an entry in the UN's data set alone; in merged collections it is among the referents. */
    private static final Pattern UN_ID = Pattern.compile("unsc-(\\d{1,12})");

    private static final int OK = 200;

    private YenteAnswer() {}

    /** By the caller's keys, in the order of the answer; empty where the screener refused the whole request. */
    static Map<String, ScreenerAnswer> read(JsonNode answer) {
        JsonNode responses = answer.path("responses");
        if (!responses.isObject()) {
            if (answer.has("detail")) {
                return Map.of();
            }
            throw Rejected.malformed("answer", "Expected the answer of POST /match, with responses.");
        }
        JsonNode limit = answer.path("limit");
        Map<String, ScreenerAnswer> answers = new LinkedHashMap<>();
        int index = 0;
        for (Map.Entry<String, JsonNode> response : responses.properties()) {
            // A key may be a name: it is not repeated.
            String path = "answer.responses[%s]".formatted(index++);
            answers.put(
                    response.getKey(),
                    one(response.getValue(), limit.isInt() && limit.intValue() > 0 ? limit.intValue() : null, path));
        }
        return answers;
    }

    private static ScreenerAnswer one(JsonNode response, @Nullable Integer limit, String path) {
        JsonNode status = response.path("status");
        if (status.isInt() && status.intValue() != OK) {
            return ScreenerAnswer.failed("STATUS-" + status.intValue());
        }
        JsonNode results = response.path("results");
        if (!results.isArray()) {
            throw Rejected.malformed(path + ".results", "Expected an array.");
        }
        List<FoundCandidate> found = new ArrayList<>();
        for (JsonNode result : results) {
            found.add(candidate(result, "%s.results[%s]".formatted(path, found.size())));
        }
        return ScreenerAnswer.of(found, limit);
    }

    private static FoundCandidate candidate(JsonNode result, String path) {
        String id = ScreenerAnswer.text(result.path("id"), path + ".id");
        JsonNode match = result.path("match");
        return new FoundCandidate(
                id,
                null,
                dataId(id, result.path("referents")),
                ScreenerAnswer.score(result.path("score"), path + ".score"),
                match.isBoolean() ? match.booleanValue() : null,
                features(result, path));
    }

    private static @Nullable Long dataId(String id, JsonNode referents) {
        return Stream.concat(
                        Stream.of(id),
                        referents.valueStream().filter(JsonNode::isString).map(JsonNode::stringValue))
                .map(each -> ScreenerAnswer.dataId(UN_ID, each))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    /** Version 5 renamed features to explanations; its first releases give both, and both say the same. */
    private static SortedMap<String, BigDecimal> features(JsonNode result, String path) {
        SortedMap<String, BigDecimal> features = new TreeMap<>();
        result.path("features")
                .properties()
                .forEach(feature ->
                        features.put(feature.getKey(), ScreenerAnswer.score(feature.getValue(), path + ".features")));
        result.path("explanations")
                .properties()
                .forEach(feature -> features.put(
                        feature.getKey(),
                        ScreenerAnswer.score(feature.getValue().path("score"), path + ".explanations")));
        return features;
    }
}
