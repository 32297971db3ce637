package org.stele.verifier;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stele.ledger.submitter.SubmitterFinding;
import org.stele.ledger.submitter.SubmitterFinding.Status;

/** What was found of submitters' signatures, filing by filing, for people and for programs. */
final class SubmitterFindings {

    /** Further filings are counted and not named. */
    private static final int MAX_NAMED = 1_000;

    private final Map<Status, Long> counts = new EnumMap<>(Status.class);
    private final List<SubmitterFinding> named = new ArrayList<>();
    private boolean isSomeHidden;

    void add(SubmitterFinding finding) {
        counts.merge(finding.status(), 1L, Long::sum);
        if (finding.status() != Status.NONE && named.size() < MAX_NAMED) {
            named.add(finding);
        }
    }

    void hidden() {
        isSomeHidden = true;
    }

    long count(Status status) {
        return counts.getOrDefault(status, 0L);
    }

    private long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum() - count(Status.NONE);
    }

    /** Nothing, where nobody of a State entered or signed anything. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (all() == 0) {
            return lines;
        }
        lines.add(String.format(
                Locale.ROOT,
                "Submitters: %,d signed, %,d entered by officials of States and not signed, %,d signed and not checked; %,d keys enrolled, %,d revoked.",
                count(Status.SIGNED),
                count(Status.UNSIGNED),
                count(Status.NOT_CHECKED),
                count(Status.ENROLLED),
                count(Status.REVOKED)));
        named.forEach(one -> lines.add("- position %s: %s".formatted(one.position(), words(one))));
        if (all() > named.size()) {
            lines.add(String.format(Locale.ROOT, "- and %,d more", all() - named.size()));
        }
        return lines;
    }

    private static String words(SubmitterFinding one) {
        return switch (one.status()) {
            case SIGNED -> "signed by key %s as %s of %s".formatted(one.keyId(), one.role(), one.state());
            case UNSIGNED -> "entered for %s, not signed".formatted(one.state());
            case ENROLLED -> "the root %s of %s enrolled a key".formatted(one.keyId(), one.state());
            case REVOKED -> "the root %s of %s revoked a key".formatted(one.keyId(), one.state());
            case NOT_CHECKED ->
                "signed by key %s as %s of %s, NOT CHECKED: %s"
                        .formatted(one.keyId(), one.role(), one.state(), one.why());
            case FAILED -> "FAILED: " + one.why();
            case NONE -> "";
        };
    }

    /** What a reader has to know besides. */
    List<String> notChecked() {
        List<String> items = new ArrayList<>();
        if (count(Status.NOT_CHECKED) > 0) {
            items.add(
                    "the signatures of submitters that are named above: name the root keys with --root STATE=FINGERPRINT");
        }
        if (isSomeHidden && count(Status.SIGNED) > 0) {
            items.add("whether a key was revoked in an event that is withheld or erased");
        }
        return items;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("signed", count(Status.SIGNED));
        json.put("unsigned", count(Status.UNSIGNED));
        json.put("notChecked", count(Status.NOT_CHECKED));
        json.put("keysEnrolled", count(Status.ENROLLED));
        json.put("keysRevoked", count(Status.REVOKED));
        json.put("filings", named.stream().map(SubmitterFindings::json).toList());
        return json;
    }

    private static Map<String, Object> json(SubmitterFinding one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("position", one.position());
        json.put("finding", one.status().name());
        if (one.state() != null) {
            json.put("state", one.state());
        }
        if (one.keyId() != null) {
            json.put("key", one.keyId());
        }
        if (one.role() != null) {
            json.put("role", one.role());
        }
        if (!one.why().isEmpty()) {
            json.put("why", one.why());
        }
        return json;
    }
}
