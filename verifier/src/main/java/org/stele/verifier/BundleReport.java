package org.stele.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.evidence.BundleCounts;
import org.stele.ledger.evidence.BundleHeader;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.note.Checkpoint;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.note.Policy;
import org.stele.ledger.note.Trusted;

/** The report on a verified bundle, as text and as JSON. */
final class BundleReport {

    private final BundleFindings findings;
    private final Policy policy;
    private final List<String> lines = new ArrayList<>();

    private BundleReport(BundleFindings findings, Policy policy) {
        this.findings = findings;
        this.policy = policy;
    }

    static Outcome of(BundleFindings findings, Policy policy) {
        return new BundleReport(findings, policy).outcome();
    }

    private Outcome outcome() {
        BundleHeader header = findings.header();
        BundleCounts counts = findings.counts();
        say(
                "VERIFIED: %,d events of %s in %s at size %,d.",
                counts.events(), whose(header), header.origin(), header.size());
        signatures();
        say("Checked:");
        checked(header, counts);
        brackets();
        hidden(counts);
        lines.addAll(findings.submitters().lines());
        notChecked();
        return new Outcome(List.copyOf(lines), json());
    }

    private static String whose(BundleHeader header) {
        return header.state() == null ? "all States" : String.valueOf(header.state());
    }

    private void signatures() {
        Trusted checkpoint = findings.checkpoint();
        for (NoteKey key : checkpoint.signers()) {
            say("Signed by %s.", key);
        }
        for (Trusted.Witnessed witness : checkpoint.cosignatures()) {
            say("Witnessed by %s at %s.", witness.name(), witness.at());
        }
        if (checkpoint.cosignatures().isEmpty()) {
            say("Witnessed by nobody that you trust: a second history under the same key would look as good.");
        }
    }

    private void checked(BundleHeader header, BundleCounts counts) {
        if (header.completeness() == Completeness.LEAVES) {
            say(
                    "- complete: all %,d leaves of the ledger are here and give the signed root; no event can be missing",
                    counts.leaves());
        } else {
            say(
                    "- complete as far as the State heads go: up to size %,d of %,d%s",
                    findings.completeUpTo(),
                    header.size(),
                    findings.completeUpTo() == header.size() ? "" : "; a later event of the State could be missing");
        }
        say("- positions, times and the chain of every State");
        say("- %,d openings against the commitments of their leaves; %,d proofs", counts.opened(), counts.proofs());
        Checkpoint since = findings.since();
        if (since != null) {
            say("- this ledger extends the one that you kept at size %,d", since.size());
        }
    }

    private void brackets() {
        for (Brackets.Bracket bracket : findings.brackets().list()) {
            say(
                    "%,d events up to position %,d: there by %s%s.",
                    bracket.events(),
                    bracket.to(),
                    bracket.by(),
                    bracket.notBefore() == null
                            ? ""
                            : "; a witness still saw the ledger without them at " + bracket.notBefore());
        }
        if (findings.brackets().unbracketed() > 0) {
            say(
                    "%,d events have no time but the operator's word.",
                    findings.brackets().unbracketed());
        }
        if (findings.brackets().backdated() > 0) {
            say(
                    "REMARK: %,d events say that they were recorded over a minute before a witness saw the ledger without them.",
                    findings.brackets().backdated());
        }
    }

    private void hidden(BundleCounts counts) {
        if (counts.withheld() > 0) {
            say(
                    "Withheld from you, %,d: positions %s.",
                    counts.withheld(), named(findings.withheld(), counts.withheld()));
        }
        if (counts.redacted() > 0) {
            say(
                    "Said to be erased, %,d: positions %s; whether the later events that are named say so was not checked.",
                    counts.redacted(), named(findings.redacted(), counts.redacted()));
        }
    }

    private static String named(List<Long> positions, long all) {
        String text = positions.toString();
        return text.substring(1, text.length() - 1) + (positions.size() < all ? " and more" : "");
    }

    private void notChecked() {
        say("Not checked:");
        notCheckedItems().forEach(item -> say("- %s", item));
    }

    private List<String> notCheckedItems() {
        List<String> items = new ArrayList<>();
        items.add("whether what was filed is true, and whether the operator's times are, beyond the witnesses'");
        if (findings.since() == null) {
            items.add("whether this extends a checkpoint that you kept: name one with --since");
        }
        if (!policy.asksForWitnesses()) {
            items.add("whether others were shown the same ledger: your trust asks for no witness");
        }
        findings.uncheckedProofs()
                .forEach(size -> items.add("a proof from size " + size + ": name your checkpoint of it with --since"));
        items.addAll(findings.submitters().notChecked());
        return items;
    }

    private Map<String, Object> json() {
        BundleHeader header = findings.header();
        BundleCounts counts = findings.counts();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("origin", header.origin());
        json.put("size", header.size());
        json.put("root", findings.checkpoint().checkpoint().root().hex());
        put(json, "state", header.state());
        json.put("completeness", header.completeness() == Completeness.LEAVES ? "leaves" : "heads");
        json.put("completeUpTo", findings.completeUpTo());
        json.put("events", counts.events());
        json.put("opened", counts.opened());
        json.put("withheld", counts.withheld());
        json.put("withheldPositions", findings.withheld());
        json.put("redacted", counts.redacted());
        json.put("redactedPositions", findings.redacted());
        json.put(
                "signedBy",
                findings.checkpoint().signers().stream().map(NoteKey::toString).toList());
        json.put(
                "witnessedBy",
                findings.checkpoint().cosignatures().stream()
                        .map(one -> Map.of("name", one.name(), "at", one.at()))
                        .toList());
        json.put(
                "brackets",
                findings.brackets().list().stream().map(BundleReport::json).toList());
        json.put("unbracketed", findings.brackets().unbracketed());
        json.put("backdated", findings.brackets().backdated());
        Checkpoint since = findings.since();
        put(json, "since", since == null ? null : since.size());
        json.put("submitters", findings.submitters().json());
        json.put("notChecked", notCheckedItems());
        return json;
    }

    private static Map<String, Object> json(Brackets.Bracket bracket) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", bracket.from());
        json.put("to", bracket.to());
        json.put("events", bracket.events());
        put(json, "notBefore", bracket.notBefore());
        json.put("by", bracket.by());
        return json;
    }

    @SuppressWarnings("NullAway")
    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        json.put(name, value);
    }

    private void say(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }
}
