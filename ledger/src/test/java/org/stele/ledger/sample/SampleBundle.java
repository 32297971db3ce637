package org.stele.ledger.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.evidence.BundleHeader;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.evidence.BundleWriter;
import org.stele.ledger.evidence.Disclosure;
import org.stele.ledger.submitter.SubmitterClaim;
import org.stele.ledger.submitter.SubmitterFiles;

/** A SampleBundle is the evidence that a true ledger hands out, with what the test chose to put in. */
public final class SampleBundle {

    private final SampleLedger ledger;
    private final @Nullable String state;
    private final Completeness completeness;
    private final long size;
    private Set<Long> earlierSizes = Set.of();
    private Set<Long> consistencySizes = Set.of();
    private @Nullable List<byte[]> lists;
    private Function<SampleEvent, Disclosure> disclosure = SampleEvent::opened;

    public SampleBundle(SampleLedger ledger, @Nullable String state, Completeness completeness) {
        this.ledger = ledger;
        this.state = state;
        this.completeness = completeness;
        this.size = ledger.size();
    }

    /** Brackets: checkpoints at these sizes. */
    public SampleBundle checkpoints(Long... sizes) {
        earlierSizes = new TreeSet<>(Set.of(sizes));
        return this;
    }

    public SampleBundle consistency(Long... sizes) {
        consistencySizes = new TreeSet<>(Set.of(sizes));
        return this;
    }

    public SampleBundle disclosing(Function<SampleEvent, Disclosure> chosen) {
        disclosure = chosen;
        return this;
    }

    /** Other lists of what submitters signed than those that follow; none where there are no bytes. */
    public SampleBundle lists(byte[] keys, byte[] signatures) {
        lists = List.of(keys, signatures);
        return this;
    }

    public byte[] bytes() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ByteArrayOutputStream out) throws IOException {
        BundleHeader header = new BundleHeader(SampleKeys.ORIGIN, size, state, completeness);
        BundleWriter writer = new BundleWriter(out, header, ledger.checkpoint(size));
        for (long earlier : earlierSizes) {
            writer.checkpoint(ledger.checkpoint(earlier));
        }
        for (long earlier : consistencySizes) {
            writer.consistency(ledger.treeAt(size).consistency(earlier));
        }
        if (!ledger.recordedHeads().isEmpty()) {
            int last = ledger.recordedHeads().size() - 1;
            writer.stateHeads(ledger.recordedHeads().get(last), ledger.lastHeadsProof());
        }
        for (long position = 1; position <= size; position++) {
            SampleEvent event = ledger.event(position);
            if (isAbout(event)) {
                writer.event(position, event.leaf().encode(), disclosure.apply(event));
            } else if (completeness == Completeness.LEAVES) {
                writer.leaf(event.leaf().encode());
            }
        }
        for (long position = 1; position <= size && state != null; position++) {
            if (isAbout(ledger.event(position))) {
                writer.proof(ledger.proof(position, size));
            }
        }
        submitters(writer);
        writer.finish();
    }

    private void submitters(BundleWriter writer) throws IOException {
        SubmitterFiles files = new SubmitterFiles(SampleKeys.ORIGIN);
        for (long position = 1; position <= size; position++) {
            SampleEvent event = ledger.event(position);
            if (isAbout(event) && disclosure.apply(event) instanceof Disclosure.Opened opened) {
                files.add(position, event.leaf().state(), SubmitterClaim.of(opened.body()));
            }
        }
        if (lists == null && files.isWanted()) {
            writer.submitters(files.keys(), files.signatures());
        } else if (lists != null && lists.get(0).length + lists.get(1).length > 0) {
            writer.submitters(lists.get(0), lists.get(1));
        }
    }

    private boolean isAbout(SampleEvent event) {
        return state == null || Objects.equals(state, event.leaf().state());
    }
}
