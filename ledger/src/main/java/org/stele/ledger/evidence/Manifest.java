package org.stele.ledger.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A Manifest is the last member of a bundle: counts, and name, size and digest of every other member in their order. */
final class Manifest {

    static final String NAME = "manifest.json";

    private final StringBuilder members = new StringBuilder();

    void add(ZipMember member) {
        members.append(members.length() == 0 ? "" : ",");
        members.append("[\"").append(member.name()).append("\",").append(member.bytes().length);
        members.append(",\"").append(member.digest().hex()).append("\"]");
    }

    byte[] encode(BundleCounts counts) {
        return ("{\"counts\":" + counts.json() + ",\"format\":\"" + BundleHeader.FORMAT + "\",\"members\":[" + members
                        + "]}")
                .getBytes(US_ASCII);
    }
}
