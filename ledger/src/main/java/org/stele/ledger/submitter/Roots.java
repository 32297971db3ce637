package org.stele.ledger.submitter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A Roots is which root key each State has, by the fingerprints that its auditor, or the operator, was given on another
 * way (docs/spec/submitters.md, section 9). Immutable.
 */
public final class Roots {

    public static final Roots NONE = new Roots(new TreeMap<>());

    private static final int MAX_A_STATE = 16;

    private final TreeMap<String, Set<String>> byState;

    private Roots(TreeMap<String, Set<String>> byState) {
        this.byState = byState;
    }

    /** Each as {@code STATE=FINGERPRINT}; a State may have several, one after the other. */
    public static Roots parse(List<String> stated) {
        Roots roots = NONE;
        for (String one : stated) {
            String[] parts = one.split("=", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException(
                        "Expected STATE=FINGERPRINT, such as NOR=6a09..., got '%s'".formatted(one));
            }
            roots = roots.with(parts[0], parts[1]);
        }
        return roots;
    }

    /** These and one more. */
    public Roots with(String state, String fingerprint) {
        if (!state.matches("[A-Z]{3}") || !fingerprint.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "Expected a State's code and the 64 hexadecimal digits (lower case) of its root key's fingerprint, got '%s' and '%s'"
                            .formatted(state, fingerprint));
        }
        TreeMap<String, Set<String>> more = new TreeMap<>(byState);
        Set<String> all = new TreeSet<>(of(state));
        if (!all.add(fingerprint)) {
            throw new IllegalArgumentException("The root key of %s is named twice".formatted(state));
        }
        if (all.size() > MAX_A_STATE) {
            throw new IllegalArgumentException("%s has more than %s root keys".formatted(state, MAX_A_STATE));
        }
        more.put(state, all);
        return new Roots(more);
    }

    /** All of both. */
    public Roots and(Roots others) {
        Roots all = this;
        for (Map.Entry<String, Set<String>> state : others.byState.entrySet()) {
            for (String fingerprint : state.getValue()) {
                all = all.of(state.getKey()).contains(fingerprint) ? all : all.with(state.getKey(), fingerprint);
            }
        }
        return all;
    }

    /** The fingerprints of a State; empty where none is known. */
    public Set<String> of(String state) {
        return byState.getOrDefault(state, Set.of());
    }

    public boolean isEmpty() {
        return byState.isEmpty();
    }
}
