package org.stele.ledger.note;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Leaf;
import org.stele.ledger.submitter.Roots;

/** Reads the text of a policy, line by line. */
final class PolicyParser {

    private static final int MAX_CHARACTERS = 64 << 10;
    /** The limit of each: logs, witnesses and groups. */
    private static final int MAX_LINES = 64;

    private static final String SIZES = "sizes=";

    private final List<Policy.TrustedLog> logs = new ArrayList<>();
    private final List<NoteKey> witnesses = new ArrayList<>();
    private final Map<String, Quorum> named = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private @Nullable Quorum quorum;
    private Roots roots = Roots.NONE;

    private PolicyParser() {}

    static Policy parse(String text) {
        if (text.length() > MAX_CHARACTERS
                || text.chars().anyMatch(c -> (c < ' ' || c == 0x7f) && c != '\n' && c != '\t')) {
            throw new IllegalArgumentException("A policy has at most 65,536 characters and no control characters");
        }
        PolicyParser parser = new PolicyParser();
        for (String line : text.split("\n")) {
            String trimmed = line.replaceAll("^[ \t]+|[ \t]+$", "");
            if (!trimmed.isEmpty() && !trimmed.startsWith("#")) {
                parser.line(trimmed.split("[ \t]+"), trimmed);
            }
        }
        if (parser.quorum == null || parser.logs.isEmpty()) {
            throw new IllegalArgumentException("A policy names at least one log, and one quorum (or 'quorum none')");
        }
        return new Policy(parser.logs, parser.witnesses, parser.quorum, parser.roots);
    }

    private void line(String[] words, String line) {
        boolean enough = words.length >= 2;
        if (enough && words[0].equals("log") && words.length <= 4) {
            log(words);
        } else if (words[0].equals("witness") && (words.length == 3 || words.length == 4)) {
            witness(words[1], NoteKey.parse(words[2]));
        } else if (words[0].equals("group") && words.length >= 4) {
            group(words);
        } else if (enough && words[0].equals("quorum") && words.length == 2 && quorum == null) {
            quorum = words[1].equals("none") ? Quorum.NONE : known(words[1]);
        } else if (words[0].equals("root") && words.length == 3) {
            roots = roots.with(words[1], words[2]);
        } else {
            throw new IllegalArgumentException("Not a line of a policy: " + Strict.shown(line));
        }
        if (logs.size() > MAX_LINES || named.size() > 2 * MAX_LINES) {
            throw new IllegalArgumentException("A policy has at most 64 logs and 128 witnesses and groups");
        }
    }

    private void log(String[] words) {
        NoteKey key = NoteKey.parse(words[1]);
        requireNew(key, NoteKey.Kind.ED25519);
        boolean ranged = words.length > 2 && words[2].startsWith(SIZES);
        if (words.length == 4 && !ranged) {
            throw new IllegalArgumentException("Expected sizes=FROM-TO before the address of a log, got " + words[2]);
        }
        long from = 0;
        long to = Leaf.MAX_NUMBER;
        if (ranged) {
            String[] ends = words[2].substring(SIZES.length()).split("-", -1);
            if (ends.length != 2) {
                throw new IllegalArgumentException("Expected sizes=FROM-TO or sizes=FROM-, got " + words[2]);
            }
            from = Strict.decimal(ends[0]);
            to = ends[1].isEmpty() ? to : Strict.decimal(ends[1]);
        }
        if (from > to) {
            throw new IllegalArgumentException("A range of sizes goes up: " + words[2]);
        }
        logs.add(new Policy.TrustedLog(key, from, to));
    }

    private void witness(String name, NoteKey key) {
        requireNew(key, NoteKey.Kind.COSIGNATURE);
        witnesses.add(key);
        define(name, Quorum.of(key));
    }

    private void requireNew(NoteKey key, NoteKey.Kind kind) {
        if (key.kind() != kind) {
            throw new IllegalArgumentException("A log key has type 1 and a witness key type 4, unlike " + key);
        }
        if (logs.stream().anyMatch(log -> log.key().hasSamePoint(key))
                || witnesses.stream().anyMatch(key::hasSamePoint)) {
            throw new IllegalArgumentException("The same key stands twice in the policy: " + key);
        }
    }

    private void group(String[] words) {
        List<Quorum> chosen = new ArrayList<>();
        for (String name : List.of(words).subList(3, words.length)) {
            if (!members.add(name)) {
                throw new IllegalArgumentException("A name is a member of one group only: " + name);
            }
            chosen.add(known(name));
        }
        int needed;
        if (words[2].equals("any")) {
            needed = 1;
        } else if (words[2].equals("all")) {
            needed = chosen.size();
        } else {
            needed = (int) Math.min(Integer.MAX_VALUE, Strict.decimal(words[2]));
        }
        if (needed < 1 || needed > chosen.size()) {
            throw new IllegalArgumentException("A group of %s needs 1 to %s".formatted(chosen.size(), chosen.size()));
        }
        define(words[1], Quorum.group(needed, chosen));
    }

    private void define(String name, Quorum meaning) {
        if (name.equals("none") || named.put(name, meaning) != null) {
            throw new IllegalArgumentException("The name is taken: " + name);
        }
    }

    private Quorum known(String name) {
        Quorum meaning = named.get(name);
        if (meaning == null) {
            throw new IllegalArgumentException("No line above defines the name " + name);
        }
        return meaning;
    }
}
