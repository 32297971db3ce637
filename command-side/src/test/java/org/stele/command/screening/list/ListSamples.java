package org.stele.command.screening.list;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.ListVersionLoaded;
import org.stele.events.screening.list.HoldReason;
import org.stele.events.screening.list.ListDelta;
import org.stele.events.screening.list.ListEntry;
import org.stele.events.screening.list.ListEntryKind;
import org.stele.events.screening.list.ListStatus;

/** Small versions of the list, and the events about them. */
public final class ListSamples {

    public static final String SOURCE = "https://scsanctions.un.org/resources/xml/en/consolidated.xml";

    private ListSamples() {}

    /** The digest of a version of this name. */
    public static Sha256Digest sha256(String name) {
        return Sha256Digest.of(name.getBytes(StandardCharsets.UTF_8));
    }

    /** A version with twenty entries, of which those from KPi.001 on say these things. */
    public static ConsolidatedList version(String name, String generated, String... contents) {
        List<ListEntry> entries = IntStream.rangeClosed(1, 20)
                .mapToObj(number -> entry(number, number <= contents.length ? contents[number - 1] : "as ever"))
                .toList();
        return new ConsolidatedList(sha256(name), generated, entries.size(), entries);
    }

    /** The same without its last entry. */
    public static ConsolidatedList withoutLast(ConsolidatedList version) {
        List<ListEntry> fewer = version.entries().subList(0, version.entries().size() - 1);
        return new ConsolidatedList(version.sha256(), version.dateGenerated(), fewer.size(), fewer);
    }

    public static ListEntry entry(int number, String content) {
        return new ListEntry(
                String.format(Locale.ROOT, "KPi.%03d", number),
                9_000_000 + number,
                ListEntryKind.INDIVIDUAL,
                "DPRK",
                sha256(content),
                sha256(content).abbreviated(16));
    }

    public static ListVersionLoaded stands(
            ConsolidatedList version, @Nullable ConsolidatedList previous, @Nullable ListDelta delta) {
        return loaded(version, previous, delta);
    }

    public static ListVersionLoaded loaded(
            ConsolidatedList version,
            @Nullable ConsolidatedList previous,
            @Nullable ListDelta delta,
            HoldReason... reasons) {
        return new ListVersionLoaded(
                ListRecord.LIST,
                SOURCE,
                version.dateGenerated(),
                version.sha256(),
                version.entriesCount(),
                reasons.length == 0 ? ListStatus.CURRENT : ListStatus.HELD,
                Arrays.asList(reasons),
                previous == null ? null : previous.sha256(),
                delta,
                version.entries());
    }
}
