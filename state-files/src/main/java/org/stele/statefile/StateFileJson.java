package org.stele.statefile;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.stele.events.Sha256Digest;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON form of state files: equal files give equal bytes. Only the query side uses it, and a rebuild can change it.
 * The mapper is immutable and safe for all threads.
 */
public final class StateFileJson {

    /** Increase it whenever the fold or its stored form changes: files of another version are folded anew. */
    public static final int VERSION = 6;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            // A record is what its components are: what it can say besides is not stored.
            .changeDefaultVisibility(visibility -> visibility.withIsGetterVisibility(Visibility.NONE))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addModule(new SharedDates())
            .build();

    private StateFileJson() {}

    public static byte[] write(StateFile file) {
        return MAPPER.writeValueAsBytes(file);
    }

    public static StateFile read(byte[] json) {
        return MAPPER.readValue(json, StateFile.class);
    }

    static byte[] writeThing(FiledRecord thing) {
        return MAPPER.writeValueAsBytes(thing);
    }

    static <T extends FiledRecord> T readThing(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** The SHA-256 of the JSON: equal for equal files. */
    public static Sha256Digest digest(StateFile file) {
        return Sha256Digest.of(write(file));
    }
}
