package org.stele.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.NotVerified;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.evidence.BundleReader;
import org.stele.ledger.evidence.BundleSurgery;
import org.stele.ledger.evidence.Disclosure;
import org.stele.ledger.note.Policy;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.TlogProof;
import org.stele.ledger.sample.SampleBundle;
import org.stele.ledger.sample.SampleFiling;
import org.stele.ledger.sample.SampleKeys;
import org.stele.ledger.sample.SampleLedger;
import org.stele.ledger.sample.SampleSigner;
import org.stele.ledger.sample.SignedLedger;
import org.stele.ledger.submitter.Roots;
import org.stele.ledger.submitter.SubmitterSignature;

/** Evidence, true and false, with the verdict that every verifier has to come to. */
public final class VerdictCorpus {

    private final SampleLedger ledger = new SampleLedger(41, 8);
    private final SampleLedger fork = new SampleLedger(42, 8);
    private final List<Case> cases = new ArrayList<>();

    /**
     * A Case is one question to a verifier.
     *
     * @param kind {@code bundle}, {@code event}, {@code proof} or {@code checkpoint}
     * @param leaf of a proof
     * @param since the checkpoint that the auditor kept
     */
    public record Case(
            String name, String kind, byte[] file, byte @Nullable [] leaf, byte @Nullable [] since, boolean verified) {}

    private VerdictCorpus() {
        ledger.recordHeads();
        fork.recordHeads();
    }

    public static String policy() {
        return SampleKeys.policyText();
    }

    /** Cases that have a name, and so many mutants. */
    public static List<Case> cases(long seed, int mutants) {
        VerdictCorpus corpus = new VerdictCorpus();
        corpus.bundles();
        corpus.submitters();
        corpus.texts();
        corpus.mutants(new Random(seed), mutants);
        return corpus.cases;
    }

    private void add(String name, String kind, byte[] file, byte @Nullable [] leaf, byte @Nullable [] since) {
        cases.add(new Case(name, kind, file, leaf, since, judge(kind, file, leaf, since)));
    }

    private static boolean judge(String kind, byte[] file, byte @Nullable [] leaf, byte @Nullable [] since) {
        try {
            Policy policy = SampleKeys.policy();
            if (kind.equals("bundle")) {
                SignedCheckpoint kept = since == null ? null : SignedCheckpoint.parse(since);
                BundleReader.read(
                        new ByteArrayInputStream(file), new BundleCheck(policy, kept, EventSink.NONE, Progress.SILENT));
            } else if (kind.equals("event")) {
                EventProof.check(policy, file, ProofSubmitter.read(List.of(), Roots.NONE));
            } else if (kind.equals("proof")) {
                TlogProof proof = TlogProof.parse(file);
                policy.check(proof.checkpoint()).requireWitnessed();
                EventProof.prove(proof, leaf == null ? new byte[0] : leaf);
            } else {
                policy.check(SignedCheckpoint.parse(file)).requireWitnessed();
            }
            return true;
        } catch (NotVerified | WrongUse | IllegalArgumentException | DateTimeException | IOException e) {
            return false;
        }
    }

    /** What the jar's code says of a case now. */
    public static boolean judge(Case one) {
        return judge(one.kind(), one.file(), one.leaf(), one.since());
    }

    private byte[] sample(SampleLedger from, @Nullable String state, Completeness completeness) {
        return new SampleBundle(from, state, completeness)
                .checkpoints(3L)
                .consistency(3L)
                .bytes();
    }

    private void bundles() {
        byte[] leaves = sample(ledger, "RUS", Completeness.LEAVES);
        byte[] heads = sample(ledger, "RUS", Completeness.HEADS);
        add("all leaves", "bundle", leaves, null, null);
        add("State heads", "bundle", heads, null, null);
        add("whole ledger", "bundle", sample(ledger, null, Completeness.LEAVES), null, null);
        add("no event", "bundle", sample(ledger, "MOZ", Completeness.LEAVES), null, null);
        byte[] hidden = new SampleBundle(ledger, null, Completeness.LEAVES)
                .disclosing(event -> event.leaf().position() == 2
                        ? new Disclosure.Redacted(7)
                        : event.leaf().position() == 3 ? new Disclosure.Withheld() : event.opened())
                .bytes();
        add("withheld and redacted", "bundle", hidden, null, null);
        forgeries(leaves);
        forgeries(heads);
        byte[] body = new String(SampleLedger.body("RUS", 1), UTF_8)
                .replace("{\"remainingCount\":1}", "[".repeat(65) + "]".repeat(65))
                .getBytes(UTF_8);
        SampleLedger deep = new SampleLedger(41, 2).appendWithBody("RUS", body);
        add("deep body", "bundle", new SampleBundle(deep, null, Completeness.LEAVES).bytes(), null, null);
    }

    private void submitters() {
        SampleFiling filing = SampleFiling.attestation("NOR", 9);
        SubmitterSignature byPasskey = SampleSigner.SIGNATORY.passkey(filing.challenge("signatory", 9));
        signed("signed filings", new SignedLedger());
        signed(
                "a filing signed before its key was revoked",
                new SignedLedger().file(filing, byPasskey).revoke());
        signed(
                "a filing signed after its key was revoked",
                new SignedLedger().revoke().file(filing, byPasskey));
        signed(
                "a filing filed twice",
                new SignedLedger().file(filing, byPasskey).file(filing, byPasskey));
        signed(
                "a filing that was not the signed one",
                new SignedLedger().file(SampleFiling.attestation("NOR", 8), byPasskey));
        signed(
                "a filing signed by a key that nobody enrolled",
                new SignedLedger().file(filing, SampleSigner.STRANGER.jws(filing.challenge("signatory", 9))));
        SampleLedger signed = new SignedLedger().ledger();
        byte[] none = {};
        add(
                "signed filings without lists",
                "bundle",
                new SampleBundle(signed, "NOR", Completeness.LEAVES)
                        .lists(none, none)
                        .bytes(),
                null,
                null);
        add(
                "signed filings with an empty list",
                "bundle",
                new SampleBundle(signed, "NOR", Completeness.LEAVES)
                        .lists(none, "5 NOR\n".getBytes(UTF_8))
                        .bytes(),
                null,
                null);
        add(
                "lists of nothing",
                "bundle",
                new SampleBundle(ledger, "NOR", Completeness.LEAVES)
                        .lists("\n".getBytes(UTF_8), none)
                        .bytes(),
                null,
                null);
        add(
                "a signed filing whose key is withheld",
                "bundle",
                new SampleBundle(signed, "NOR", Completeness.LEAVES)
                        .disclosing(event -> event.leaf().position() == 3 ? new Disclosure.Withheld() : event.opened())
                        .bytes(),
                null,
                null);
    }

    private void signed(String name, SignedLedger of) {
        add(name, "bundle", new SampleBundle(of.ledger(), "NOR", Completeness.LEAVES).bytes(), null, null);
    }

    private void forgeries(byte[] bundle) {
        add(
                "since a true checkpoint",
                "bundle",
                bundle,
                null,
                ledger.checkpoint(3).encode());
        add("since another history", "bundle", bundle, null, fork.checkpoint(3).encode());
        add(
                "since a size without proof",
                "bundle",
                bundle,
                null,
                ledger.checkpoint(5).encode());
        add("truncated", "bundle", Arrays.copyOf(bundle, bundle.length - 1), null, null);
        add("with a byte more", "bundle", Arrays.copyOf(bundle, bundle.length + 1), null, null);
        forged(
                "checkpoint of another history",
                bundle,
                s -> s.replace("checkpoint", b -> fork.checkpoint(8).encode()));
        forged("carriage returns", bundle, s -> s.replace("checkpoint", text(t -> t.replace("\n", "\r\n"))));
        forged(
                "overflowing size",
                bundle,
                s -> s.replace("bundle.json", text(t -> t.replace(":8,", ":18446744073709551624,"))));
        forged(
                "doubled member",
                bundle,
                s -> s.replace("bundle.json", text(t -> t.replace("\"size\"", "\"size\":8,\"size\""))));
        forged("an opening less", bundle, s -> s.replace("openings/000", b -> Forger.withoutRecord(b, 0)));
        forged("path traversal", bundle, s -> s.rename("entries/000", "../entries/000"));
    }

    private void forged(String name, byte[] bundle, UnaryOperator<BundleSurgery> change) {
        add(name, "bundle", change.apply(BundleSurgery.open(bundle)).close(), null, null);
    }

    private static UnaryOperator<byte[]> text(UnaryOperator<String> change) {
        return bytes -> change.apply(new String(bytes, UTF_8)).getBytes(UTF_8);
    }

    private void texts() {
        byte[] leaf = ledger.event(5).leaf().encode();
        add("proof", "proof", ledger.proof(5, 8).encode(), leaf, null);
        add("proof of another leaf", "proof", ledger.proof(4, 8).encode(), leaf, null);
        add("proof in another history", "proof", fork.proof(5, 8).encode(), leaf, null);
        events();
        add("checkpoint", "checkpoint", ledger.checkpoint(8).encode(), null, null);
        SignedCheckpoint alone =
                SignedCheckpoint.sign(SampleKeys.LOG, ledger.checkpoint(8).checkpoint());
        add("checkpoint without witnesses", "checkpoint", alone.encode(), null, null);
    }

    private void events() {
        String whole = EventFiles.members(ledger, 5);
        event("event", whole);
        event("event without its body", EventFiles.leafAlone(ledger, 5));
        event("event of another position", EventFiles.members(ledger, 4));
        event("event in another history", EventFiles.members(fork, 5));
        event("event with another body", whole.replaceFirst("\"body\":\"[^\"]*", "\"body\":\"e30="));
        event("event with a salt alone", whole.replaceFirst(",\"body\":\"[^\"]*\"", ""));
        event("event with two leaves", whole.replaceFirst("\"body\"", "\"leaf\""));
        event("event with another member", whole.replaceFirst("\\{", "{ \"position\" : [5] ,"));
        event("event with its body as a number", whole.replaceFirst("\"body\":\"[^\"]*\"", "\"body\":5"));
        add("proof in place of an event", "event", ledger.proof(5, 8).encode(), null, null);
    }

    private void event(String name, String members) {
        add(name, "event", EventFiles.of(ledger, 5, 8, members), null, null);
    }

    private void mutants(Random random, int count) {
        Mutator mutator = new Mutator(random);
        List<byte[]> bundles = List.of(
                sample(ledger, "RUS", Completeness.LEAVES),
                sample(ledger, "RUS", Completeness.HEADS),
                sample(fork, "RUS", Completeness.HEADS));
        byte[] proof = ledger.proof(5, 8).encode();
        byte[] leaf = ledger.event(5).leaf().encode();
        byte[] checkpoint = ledger.checkpoint(8).encode();
        while (count > 0 && cases.size() < count) {
            int i = cases.size();
            try {
                switch (i % 4) {
                    case 0 ->
                        add(
                                "mutant",
                                "proof",
                                mutator.lines(proof, ledger.proof(4, 8).encode()),
                                leaf,
                                null);
                    case 1 ->
                        add(
                                "mutant",
                                "checkpoint",
                                mutator.lines(checkpoint, fork.checkpoint(8).encode()),
                                null,
                                null);
                    case 2 -> add("mutant", "bundle", mutator.bytes(bundles.get(random.nextInt(2))), null, null);
                    default ->
                        add(
                                "mutant",
                                "bundle",
                                mutator.structure(bundles.get(random.nextInt(2)), bundles.get(random.nextInt(3))),
                                null,
                                null);
                }
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                random.nextInt();
            }
        }
    }

    /** Writes the vectors anew; they are committed, and change only when the format does. */
    public static void main(String[] args) throws IOException {
        List<Object> written = new ArrayList<>();
        for (Case one : cases(1, 96)) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", one.name());
            json.put("kind", one.kind());
            json.put("verified", one.verified());
            json.put("file", Base64.getEncoder().encodeToString(one.file()));
            if (one.leaf() != null) {
                json.put("leaf", Base64.getEncoder().encodeToString(one.leaf()));
            }
            if (one.since() != null) {
                json.put("since", Base64.getEncoder().encodeToString(one.since()));
            }
            written.add(json);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("policy", policy());
        all.put("cases", written);
        Files.writeString(Path.of(args[0]), JsonText.of(all).replace("},{", "},\n{") + "\n");
    }
}
