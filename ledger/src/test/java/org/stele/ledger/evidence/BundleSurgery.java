package org.stele.ledger.evidence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stele.ledger.EntryBundle;

/**
 * Opens a bundle, changes what is in it, and closes it so that container and manifest fit again: a forger's tool, for
 * tests.
 */
public final class BundleSurgery {

    private final List<ZipMember> members = new ArrayList<>();

    private BundleSurgery() {}

    public static BundleSurgery open(byte[] bundle) {
        try {
            BundleSurgery surgery = new BundleSurgery();
            ZipReader zip = new ZipReader(new ByteArrayInputStream(bundle));
            for (Optional<ZipMember> member = zip.next(); member.isPresent(); member = zip.next()) {
                surgery.members.add(member.get());
            }
            surgery.members.remove(surgery.members.size() - 1);
            return surgery;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public BundleSurgery copy() {
        BundleSurgery copy = new BundleSurgery();
        copy.members.addAll(members);
        return copy;
    }

    /** All names but that of the manifest. */
    public List<String> names() {
        return members.stream().map(ZipMember::name).toList();
    }

    public byte[] get(String name) {
        return members.get(names().indexOf(name)).bytes();
    }

    public BundleSurgery replace(String name, UnaryOperator<byte[]> change) {
        int at = names().indexOf(name);
        members.set(at, new ZipMember(name, change.apply(members.get(at).bytes())));
        return this;
    }

    public BundleSurgery remove(String name) {
        members.remove(names().indexOf(name));
        return this;
    }

    public BundleSurgery rename(String name, String other) {
        int at = names().indexOf(name);
        members.set(at, new ZipMember(other, members.get(at).bytes()));
        return this;
    }

    public BundleSurgery insert(int at, String name, byte[] bytes) {
        members.add(at, new ZipMember(name, bytes));
        return this;
    }

    public BundleSurgery swap(int one, int other) {
        ZipMember kept = members.get(one);
        members.set(one, members.get(other));
        members.set(other, kept);
        return this;
    }

    /** The bundle again, with a manifest and a directory that fit. */
    public byte[] close() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipLayout layout = new ZipLayout();
        Manifest manifest = new Manifest();
        BundleCounts counts = BundleCounts.NONE;
        for (ZipMember member : members) {
            manifest.add(member);
            counts = counted(counts, member);
            write(out, layout, member);
        }
        write(out, layout, new ZipMember(Manifest.NAME, manifest.encode(counts)));
        out.writeBytes(layout.end());
        return out.toByteArray();
    }

    private static BundleCounts counted(BundleCounts before, ZipMember member) {
        BundleCounts counts = before;
        try {
            if (member.name().startsWith(Names.ENTRIES)) {
                for (int i = EntryBundle.parse(member.bytes()).size(); i > 0; i--) {
                    counts = counts.withLeaf();
                }
            } else if (member.name().startsWith(Names.OPENINGS)) {
                for (Records.Positioned record : Records.parse(member.bytes())) {
                    counts = counts.with(record.disclosure());
                }
            } else if (member.name().startsWith(Names.PROOFS)) {
                counts = counts.withProof();
            }
            return counts;
        } catch (IllegalArgumentException e) {
            return before;
        }
    }

    private static void write(ByteArrayOutputStream out, ZipLayout layout, ZipMember member) {
        out.writeBytes(layout.add(member.name(), member.crc(), member.bytes().length));
        out.writeBytes(member.bytes());
    }
}
