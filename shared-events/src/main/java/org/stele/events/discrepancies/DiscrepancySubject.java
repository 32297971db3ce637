package org.stele.events.discrepancies;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;

/**
 * Which discrepancy is meant, and the figures that it had then: an answer given about other figures no longer holds.
 *
 * @param a the first of the two filings, or the only one
 * @param b the second; null where the rule names one alone
 * @param figures the counts and sums of its rule, by name
 */
public record DiscrepancySubject(
        DiscrepancyCode code, FilingId a, @Nullable FilingId b, SortedMap<String, Long> figures) {

    public DiscrepancySubject {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    }

    /** The id of the discrepancy, the same in every view: its code, State and filings. */
    public FilingId id(MemberState memberState) {
        String name = String.join("\n", code.name(), memberState.iso3(), a.toString(), b == null ? "" : b.toString());
        return new FilingId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
