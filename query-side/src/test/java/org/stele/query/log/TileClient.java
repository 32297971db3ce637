package org.stele.query.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A TileClient reads a log as anyone would who knows nothing but C2SP tlog-tiles and RFC 6962: it shares no code with the
 * server.
 */
final class TileClient {

    private final Function<String, byte[]> fetch;

    /** @param fetch gives what is at a path below the root of the log */
    TileClient(Function<String, byte[]> fetch) {
        this.fetch = fetch;
    }

    record Head(long size, byte[] root) {}

    Head head() {
        String[] lines = new String(fetch.apply("checkpoint"), UTF_8).split("\n");
        return new Head(Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
    }

    /** The root over the entries that the log serves at a size. */
    byte[] rootOfEntries(long size) {
        List<byte[]> hashes = new ArrayList<>();
        for (String path : paths("entries", size)) {
            byte[] bundle = fetch.apply(path);
            for (int at = 0; at < bundle.length; ) {
                int length = (bundle[at] & 0xff) << 8 | bundle[at + 1] & 0xff;
                hashes.add(sha256(new byte[] {0}, Arrays.copyOfRange(bundle, at + 2, at + 2 + length)));
                at += 2 + length;
            }
        }
        if (hashes.size() != size) {
            throw new AssertionError("There are " + hashes.size() + " entries at size " + size);
        }
        return root(hashes);
    }

    /** The root over the tiles of the lowest level; every tile above must be the one over those below. */
    byte[] rootOfTiles(long size) {
        List<byte[]> lowest = level("0", size);
        List<byte[]> below = lowest;
        for (int level = 1; size >>> 8 * level > 0; level++) {
            List<byte[]> expected = new ArrayList<>();
            for (int from = 0; from + 256 <= below.size(); from += 256) {
                expected.add(root(below.subList(from, from + 256)));
            }
            List<byte[]> found = level(Integer.toString(level), size >>> 8 * level);
            if (!Arrays.deepEquals(expected.toArray(), found.toArray())) {
                throw new AssertionError("Level " + level + " is not the one over the level below");
            }
            below = found;
        }
        return root(lowest);
    }

    private List<byte[]> level(String name, long count) {
        List<byte[]> hashes = new ArrayList<>();
        for (String path : paths(name, count)) {
            byte[] tile = fetch.apply(path);
            for (int at = 0; at < tile.length; at += 32) {
                hashes.add(Arrays.copyOfRange(tile, at, at + 32));
            }
        }
        if (hashes.size() != count) {
            throw new AssertionError("Level %s has %s hashes, not %s".formatted(name, hashes.size(), count));
        }
        return hashes;
    }

    private static List<String> paths(String level, long count) {
        List<String> paths = new ArrayList<>();
        for (long index = 0; index < count / 256; index++) {
            paths.add("tile/" + level + "/" + digits(index));
        }
        if (count % 256 > 0) {
            paths.add("tile/" + level + "/" + digits(count / 256) + ".p/" + count % 256);
        }
        return paths;
    }

    private static String digits(long index) {
        return index < 1000
                ? String.format(Locale.ROOT, "%03d", index)
                : String.format(Locale.ROOT, "x%03d/%03d", index / 1000, index % 1000);
    }

    /** MTH of RFC 6962, section 2.1. */
    private static byte[] root(List<byte[]> hashes) {
        if (hashes.isEmpty()) {
            return sha256();
        }
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int split = Integer.highestOneBit(hashes.size() - 1);
        return sha256(new byte[] {1}, root(hashes.subList(0, split)), root(hashes.subList(split, hashes.size())));
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
