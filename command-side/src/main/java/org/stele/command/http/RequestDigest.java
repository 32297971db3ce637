package org.stele.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import org.stele.events.Sha256Digest;
import org.stele.web.body.Body;
import org.stele.web.json.WebJson;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The digest of a request's content, to tell a repetition from another request under the same key. White space, the
 * order of fields and fields stated as null make no difference.
 */
final class RequestDigest {

    private static final JsonMapper CANONICAL = WebJson.MAPPER
            .rebuild()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private RequestDigest() {}

    static Sha256Digest of(String address, Body body) {
        String content = address + '\n' + CANONICAL.writeValueAsString(body);
        return Sha256Digest.of(content.getBytes(StandardCharsets.UTF_8));
    }
}
