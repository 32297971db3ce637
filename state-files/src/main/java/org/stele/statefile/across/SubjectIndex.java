package org.stele.statefile.across;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Sealed;
import org.stele.events.StateEvent;
import org.stele.events.SubjectRef;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.RepatriationNoticeCorrected;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.seal.Seals;
import org.stele.events.seal.Seals.OpenedReferences;
import org.stele.events.seal.SubjectTag;

/**
 * Where each subject is named, by its tag: a reference is opened, tagged and forgotten. It knows positions and no dates, so that one
 * index serves every view up to the last event that it took. Safe for all threads.
 */
public final class SubjectIndex {

    private final @Nullable Seals seals;
    private final Map<SubjectTag, List<Mention>> mentions = new HashMap<>();
    private final Map<MemberState, Set<SubjectTag>> inOthersToo = new EnumMap<>(MemberState.class);
    private final Map<MemberState, NavigableSet<Long>> closed = new EnumMap<>(MemberState.class);

    /** An event of a State that names a subject. */
    record Mention(MemberState memberState, long position) {}

    /** @param seals null where the keys are not at hand: then no subject is compared with another */
    public SubjectIndex(@Nullable Seals seals) {
        this.seals = seals;
    }

    /** Takes the next event; most name no subject. */
    public void take(long position, StateEvent event) {
        switch (event) {
            case RepatriationNoticeRecorded of -> take(position, of, of.notice(), of.content());
            case RepatriationNoticeCorrected of -> take(position, of, of.notice(), of.content());
            case ScreeningRequested of -> take(position, of, List.of(of.subject()));
            case ScreeningHitsRecorded of -> take(position, of, List.of(of.subject()));
            case ScreeningClearedWithoutHit of -> take(position, of, List.of(of.subject()));
            default -> {
                // It names nobody.
            }
        }
    }

    private void take(long position, StateEvent event, FilingId notice, NoticeContent content) {
        Sealed sealed = content.sealedSubjects();
        if (sealed == null) {
            take(position, event, content.subjects());
            return;
        }
        if (seals == null) {
            takeClosed(position, event.memberState());
            return;
        }
        try {
            OpenedReferences opened = seals.openReferences(sealed, notice);
            take(position, event, opened.subjects());
            if (opened.notHeldCount() > 0) {
                takeClosed(position, event.memberState());
            }
        } catch (GeneralSecurityException e) {
            takeClosed(position, event.memberState());
        }
    }

    private void take(long position, StateEvent event, List<SubjectRef> subjects) {
        if (seals == null && !subjects.isEmpty()) {
            takeClosed(position, event.memberState());
        } else if (seals != null) {
            subjects.forEach(subject -> add(seals.tag(subject), new Mention(event.memberState(), position)));
        }
    }

    /** Takes an event whose references cannot be read. */
    public synchronized void takeClosed(long position, MemberState memberState) {
        closed.computeIfAbsent(memberState, _ -> new TreeSet<>()).add(position);
    }

    private synchronized void add(SubjectTag tag, Mention mention) {
        List<Mention> all = mentions.computeIfAbsent(tag, _ -> new ArrayList<>(1));
        all.add(mention);
        if (all.stream().anyMatch(one -> one.memberState() != mention.memberState())) {
            all.forEach(one -> inOthersToo
                    .computeIfAbsent(one.memberState(), _ -> new HashSet<>())
                    .add(tag));
        }
    }

    /** For each subject that a State and another one name: every event that names it, in a ledger of this size. */
    synchronized List<List<Mention>> sharedBy(MemberState memberState, long treeSize) {
        return inOthersToo.getOrDefault(memberState, Set.of()).stream()
                .map(tag -> mentions.getOrDefault(tag, List.of()).stream()
                        .filter(mention -> mention.position() <= treeSize)
                        .toList())
                .toList();
    }

    /** By State, the events whose references cannot be read, in a ledger of this size. */
    synchronized Map<MemberState, Set<Long>> closed(long treeSize) {
        Map<MemberState, Set<Long>> then = new EnumMap<>(MemberState.class);
        closed.forEach((state, positions) -> {
            Set<Long> upTo = Set.copyOf(positions.headSet(treeSize, true));
            if (!upTo.isEmpty()) {
                then.put(state, upTo);
            }
        });
        return then;
    }
}
