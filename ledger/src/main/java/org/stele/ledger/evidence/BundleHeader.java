package org.stele.ledger.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Leaf;

/**
 * A BundleHeader says what a bundle is about; it is the bundle's first member.
 *
 * @param size of the ledger at the bundle's checkpoint
 * @param state whose events are disclosed, or null for the whole ledger
 */
public record BundleHeader(
        String origin, long size, @Nullable String state, Completeness completeness) {

    /** What proves to a reader that no event of the State is missing. */
    public enum Completeness {
        /** All leaves of the ledger are included, so the root can be rebuilt: no event can be missing. */
        LEAVES,
        /**
         * The leaves of one State are included, and State heads give their number: complete up to the size of the
         * heads.
         */
        HEADS
    }

    static final String FORMAT = "stele-evidence@v1";

    /** Origins that JSON writes without escapes. */
    private static final Pattern ORIGIN = Pattern.compile("[!#-*,-\\[\\]-~]{1,255}");

    private static final Pattern JSON = Pattern.compile("\\{\"completeness\":\"(leaves|heads)\",\"format\":\"" + FORMAT
            + "\",\"origin\":\"([^\"]+)\",\"size\":([1-9][0-9]{0,15}),\"state\":(?:null|\"([A-Z]{3})\")\\}");

    public BundleHeader {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new IllegalArgumentException(
                    "The origin of a bundle is 1 to 255 visible ASCII characters without plus, quote and backslash");
        }
        if (size < 1 || size > Leaf.MAX_NUMBER) {
            throw new IllegalArgumentException("A bundle is of a ledger with at least one event, not of size " + size);
        }
        if (state != null) {
            Leaf.requireState(state);
        } else if (completeness == Completeness.HEADS) {
            throw new IllegalArgumentException("Only the bundle of one State can do without all leaves");
        }
    }

    byte[] encode() {
        String json = "{\"completeness\":\"" + (completeness == Completeness.LEAVES ? "leaves" : "heads")
                + "\",\"format\":\"" + FORMAT + "\",\"origin\":\"" + origin + "\",\"size\":" + size + ",\"state\":"
                + (state == null ? "null" : "\"" + state + "\"") + "}";
        return json.getBytes(UTF_8);
    }

    static BundleHeader parse(byte[] bytes) {
        Matcher json = JSON.matcher(new String(bytes, UTF_8));
        if (bytes.length > 512 || !json.matches()) {
            throw new IllegalArgumentException("bundle.json is not the canonical JSON of " + FORMAT);
        }
        Completeness completeness = json.group(1).equals("leaves") ? Completeness.LEAVES : Completeness.HEADS;
        BundleHeader header =
                new BundleHeader(json.group(2), Long.parseLong(json.group(3)), json.group(4), completeness);
        if (!Arrays.equals(header.encode(), bytes)) {
            throw new IllegalArgumentException("bundle.json is not the canonical JSON of " + FORMAT);
        }
        return header;
    }
}
