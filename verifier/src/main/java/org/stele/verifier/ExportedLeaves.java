package org.stele.verifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.stele.ledger.Frontier;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.TreeHash;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The leaves of an export in the order of their positions, checked one by one while the tree grows over them. */
final class ExportedLeaves {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** A body is at most 1 MiB; escaping can make its text several times longer. */
    private static final int MAX_LINE = 8 << 20;

    private final Frontier frontier = new Frontier();
    private final Map<String, Link> heads = new HashMap<>();

    /** The last event of one State: how many there are, and the hash of its leaf. */
    private record Link(long count, Hash leafHash) {}

    /** Something that is not as a true export has it. */
    static final class NotVerified extends Exception {
        NotVerified(String message) {
            super(message);
        }
    }

    void read(BufferedReader lines) throws IOException, NotVerified {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            long position = frontier.size() + 1;
            if (line.length() > MAX_LINE) {
                throw new NotVerified("position %d: the line is longer than any event.".formatted(position));
            }
            check(position, line);
        }
    }

    private void check(long position, String line) throws NotVerified {
        try {
            JsonNode event = JSON.readTree(line);
            byte[] data = event.path("leaf").asString("").getBytes(StandardCharsets.UTF_8);
            Leaf leaf = Leaf.parse(data);
            Hash hash = TreeHash.leaf(data);
            require(leaf.position() == position, position, "the leaf says position " + leaf.position());
            require(
                    hash.hex().equals(event.path("leafHash").asString("")),
                    position,
                    "leafHash is not that of the leaf");
            require(
                    leaf.id().toString().equals(event.path("eventId").asString("")),
                    position,
                    "eventId is not the leaf's");
            chain(position, leaf, hash);
            frontier.append(hash, tile -> {});
        } catch (JacksonException e) {
            throw new NotVerified(
                    "position %d: not the JSON of an event: %s".formatted(position, e.getOriginalMessage()));
        } catch (IllegalArgumentException e) {
            throw new NotVerified("position %d: %s.".formatted(position, e.getMessage()));
        }
    }

    private void chain(long position, Leaf leaf, Hash hash) throws NotVerified {
        String state = leaf.state();
        if (state == null) {
            return;
        }
        Link before = heads.get(state);
        Long sequence = leaf.stateSequence();
        long expected = before == null ? 1 : before.count() + 1;
        require(
                sequence != null && sequence == expected,
                position,
                "event %d of %s was expected".formatted(expected, state));
        Hash previous = leaf.previousInState();
        boolean linked = Objects.equals(before == null ? null : before.leafHash(), previous);
        require(linked, position, "the chain of %s does not lead to its event before".formatted(state));
        heads.put(state, new Link(expected, hash));
    }

    private static void require(boolean holds, long position, String otherwise) throws NotVerified {
        if (!holds) {
            throw new NotVerified("position %d: %s.".formatted(position, otherwise));
        }
    }

    long size() {
        return frontier.size();
    }

    int states() {
        return heads.size();
    }

    String root() {
        return frontier.root().hex();
    }
}
