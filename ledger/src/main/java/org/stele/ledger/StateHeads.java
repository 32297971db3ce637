package org.stele.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A StateHeads is one leaf of the second log: the end of every State's chain at one size of the first log. It makes the
 * evidence of one State complete without the leaves of all others.
 *
 * @param size of the first log
 * @param root of the first log at that size
 * @param heads by State, ascending; a State without events has none
 */
public record StateHeads(long size, Hash root, List<Head> heads) {

    /** The suffix that makes the first log's origin the second's. */
    public static final String ORIGIN_SUFFIX = "/states";

    private static final Pattern HEAD =
            Pattern.compile("\\[\"([A-Z]{3})\",([1-9][0-9]{0,15}),([1-9][0-9]{0,15}),\"([0-9a-f]{64})\"\\]");
    private static final Pattern FRAME = Pattern.compile(
            "\\{\"root\":\"([0-9a-f]{64})\",\"size\":(0|[1-9][0-9]{0,15}),\"states\":\\[(.*)\\],\"v\":1\\}");

    /**
     * A Head is the last event of one State.
     *
     * @param count the number of the State's events
     * @param lastPosition of the last of them, in the first log
     * @param hash of its leaf
     */
    public record Head(String state, long count, long lastPosition, Hash hash) {

        public Head {
            Leaf.requireState(state);
            if (count < 1 || count > lastPosition) {
                throw new IllegalArgumentException(
                        "%s cannot have %s events up to position %s".formatted(state, count, lastPosition));
            }
        }
    }

    public StateHeads {
        heads = List.copyOf(heads);
        if (size < 0 || size > Leaf.MAX_NUMBER) {
            throw new IllegalArgumentException("size is out of range: " + size);
        }
        String before = "";
        long counted = 0;
        for (Head head : heads) {
            if (head.state().compareTo(before) <= 0 || head.lastPosition() > size || head.count() > size - counted) {
                throw new IllegalArgumentException("The heads do not fit: " + head.state() + " after '" + before + "'");
            }
            before = head.state();
            counted += head.count();
        }
    }

    public Optional<Head> of(String state) {
        return heads.stream().filter(head -> head.state().equals(state)).findFirst();
    }

    /** Refuses heads in which a size, a State or a count is lower than in the leaf before. */
    public void requireGrownFrom(StateHeads before) throws NotVerified {
        if (size < before.size) {
            throw new NotVerified("The State heads go back from size %s to %s".formatted(before.size, size));
        }
        Map<String, Head> now = new HashMap<>();
        heads.forEach(head -> now.put(head.state(), head));
        for (Head old : before.heads) {
            Head head = now.get(old.state());
            boolean same = old.equals(head);
            boolean grown = head != null && head.count() > old.count() && head.lastPosition() > old.lastPosition();
            if (!same && !grown) {
                throw new NotVerified("The State heads of %s fell from %s events at size %s to %s at size %s"
                        .formatted(old.state(), old.count(), before.size, head == null ? 0 : head.count(), size));
            }
        }
    }

    /** The canonical bytes (RFC 8785); no value ever needs an escape. */
    public byte[] encode() {
        StringBuilder json = new StringBuilder("{\"root\":\"" + root.hex() + "\",\"size\":" + size + ",\"states\":[");
        String separator = "";
        for (Head head : heads) {
            json.append(separator).append("[\"").append(head.state()).append("\",");
            json.append(head.count()).append(',').append(head.lastPosition()).append(",\"");
            json.append(head.hash().hex()).append("\"]");
            separator = ",";
        }
        return json.append("],\"v\":1}").toString().getBytes(US_ASCII);
    }

    /** Parses State heads; bytes that {@link #encode} would not have written are refused. */
    public static StateHeads parse(byte[] bytes) {
        Matcher frame = FRAME.matcher(new String(bytes, US_ASCII));
        if (bytes.length > EntryBundle.MAX_ENTRY_BYTES || !frame.matches()) {
            throw new IllegalArgumentException("Not the canonical JSON of State heads");
        }
        List<Head> heads = new ArrayList<>();
        Matcher head = HEAD.matcher(frame.group(3));
        while (head.find()) {
            heads.add(new Head(
                    head.group(1),
                    Long.parseLong(head.group(2)),
                    Long.parseLong(head.group(3)),
                    Hash.ofHex(head.group(4))));
        }
        StateHeads parsed = new StateHeads(Long.parseLong(frame.group(2)), Hash.ofHex(frame.group(1)), heads);
        if (!Arrays.equals(parsed.encode(), bytes)) {
            throw new IllegalArgumentException("Not the canonical JSON of State heads");
        }
        return parsed;
    }
}
