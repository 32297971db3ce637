package org.stele.statefile.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.ListEvent;
import org.stele.events.screening.ListVersionLoaded;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.list.ListDelta;
import org.stele.events.screening.list.ListEntryKind;

/**
 * The versions of all lists.
 *
 * @param all in the order in which they were loaded
 */
public record ListVersions(List<ListVersion> all) {

    public static final ListVersions NONE = new ListVersions(List.of());

    /** What a version is in a view. */
    public enum Standing {
        CURRENT,
        /** It stood until a later one did. */
        REPLACED,
        HELD,
        REJECTED
    }

    public ListVersions {
        all = List.copyOf(all);
    }

    /** The same with one event more. */
    public ListVersions with(long position, Instant recordedAt, ListEvent event) {
        List<ListVersion> next = new ArrayList<>(all);
        if (event instanceof ListVersionLoaded loaded) {
            next.add(ListVersion.of(position, recordedAt, loaded));
        } else {
            next.replaceAll(version ->
                    version.sha256().equals(event.sha256()) ? version.decided(position, recordedAt, event) : version);
        }
        return new ListVersions(next);
    }

    /** What is in view of them. */
    public ListVersions upTo(ScreeningCut cut) {
        Instant end = cut.end();
        List<ListVersion> seen = new ArrayList<>();
        for (ListVersion version : all) {
            if (version.position() <= cut.treeSize() && version.recordedAt().isBefore(end)) {
                ListVersion.Decision word = version.decision();
                boolean isDecided = word != null
                        && word.position() <= cut.treeSize()
                        && word.recordedAt().isBefore(end);
                seen.add(isDecided ? version : version.with(null));
            }
        }
        return new ListVersions(seen);
    }

    public Optional<ListVersion> find(Sha256Digest sha256) {
        return all.stream().filter(version -> version.sha256().equals(sha256)).findFirst();
    }

    public Standing standing(ListVersion version) {
        if (!version.hasStood()) {
            return version.decision() == null ? Standing.HELD : Standing.REJECTED;
        }
        return stood(version.list()).getLast().equals(version) ? Standing.CURRENT : Standing.REPLACED;
    }

    /** The names of the lists, in the order in which they were first loaded. */
    public Set<String> lists() {
        Set<String> names = new LinkedHashSet<>();
        all.forEach(version -> names.add(version.list()));
        return names;
    }

    /** The versions of a list that stood, in that order, the current one last. */
    public List<ListVersion> stood(String list) {
        return all.stream()
                .filter(version -> version.hasStood() && version.list().equals(list))
                .sorted(Comparator.comparingLong(ListVersion::stoodFrom))
                .toList();
    }

    /**
     * The references that were added to a list after a version and are still in it, of the kind of a subject.
     *
     * @param after a version that stood; null for before all
     */
    List<String> added(String list, @Nullable Sha256Digest after, SubjectKind kind) {
        Set<String> added = new LinkedHashSet<>();
        for (ListVersion version : laterThan(list, after)) {
            ListDelta delta = version.standingDelta();
            if (delta != null) {
                delta.removed().forEach(added::remove);
                delta.added().stream()
                        .filter(reference -> isOfKind(version.kinds().get(reference), kind))
                        .forEach(added::add);
            }
        }
        return List.copyOf(added);
    }

    /** Whether an entry was removed or materially amended after a version. */
    boolean hasChanged(String reference, String list, @Nullable Sha256Digest after) {
        return laterThan(list, after).stream()
                .map(ListVersion::standingDelta)
                .anyMatch(delta -> delta != null
                        && (delta.removed().contains(reference)
                                || delta.amended().contains(reference)));
    }

    private List<ListVersion> laterThan(String list, @Nullable Sha256Digest after) {
        List<ListVersion> stood = stood(list);
        for (int i = 0; i < stood.size(); i++) {
            if (stood.get(i).sha256().equals(after)) {
                return stood.subList(i + 1, stood.size());
            }
        }
        return stood;
    }

    /** An entry whose kind an older build did not record may be of any that a list has. */
    private static boolean isOfKind(@Nullable ListEntryKind entry, SubjectKind subject) {
        return switch (subject) {
            case PERSON -> entry != ListEntryKind.ENTITY;
            case ENTITY -> entry != ListEntryKind.INDIVIDUAL;
            case VESSEL -> false;
        };
    }
}
