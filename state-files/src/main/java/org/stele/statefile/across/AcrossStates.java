package org.stele.statefile.across;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.statefile.Notice;
import org.stele.statefile.NoticeVersion;
import org.stele.statefile.StateFile;
import org.stele.statefile.across.NamingFilings.InViewOne;
import org.stele.statefile.across.SharedSubjects.Pair;
import org.stele.statefile.across.SubjectIndex.Mention;
import org.stele.statefile.inview.AsOf;

/**
 * The files of other States, for the one rule of 4.5 that reads them: made for audiences that see what it finds, and for one size of
 * the ledger. Safe for all threads.
 */
public final class AcrossStates {

    private final Supplier<SubjectIndex> index;
    private final long treeSize;
    private final Function<MemberState, @Nullable StateFile> files;
    private final Map<Seen, Optional<NamingFilings>> known = new ConcurrentHashMap<>();
    private final Map<Seen, Boolean> closedInView = new ConcurrentHashMap<>();
    private volatile @Nullable Mentions mentions;

    private record Seen(MemberState memberState, AsOf cut) {}

    /**
     * What the index says, asked for once, since the index looks into the ledger each time.
     *
     * @param closed by State, the events whose references cannot be read
     */
    private record Mentions(SubjectIndex index, Map<MemberState, Set<Long>> closed) {}

    /**
     * Looks at other States' files when a State's filings name subjects at all.
     *
     * @param index of at least this size of the ledger
     * @param files those of this size; null where a State's cannot be told now
     */
    public AcrossStates(Supplier<SubjectIndex> index, long treeSize, Function<MemberState, @Nullable StateFile> files) {
        this.index = index;
        this.treeSize = treeSize;
        this.files = files;
    }

    /** Whether filings of a State name subjects, so that another State's filings may bear on its views. */
    public static boolean concerns(StateFile file) {
        if (!file.verdicts().isEmpty()) {
            return true;
        }
        // Every view of every State asks this of all its notices: two streams for each took a sixth of the time.
        for (Notice notice : file.notices()) {
            for (NoticeVersion version : notice.versions()) {
                if (version.ofSubjects()) {
                    return true;
                }
            }
        }
        return false;
    }

    private Mentions mentions() {
        Mentions once = mentions;
        if (once == null) {
            synchronized (this) {
                once = mentions;
                if (once == null) {
                    SubjectIndex read = index.get();
                    once = new Mentions(read, read.closed(treeSize));
                    mentions = once;
                }
            }
        }
        return once;
    }

    /** What a State's file shares with the others at a pair of dates. */
    public SharedSubjects of(StateFile file, AsOf cut) {
        if (!concerns(file)) {
            return SharedSubjects.NOTHING;
        }
        List<List<Mention>> ofOthersToo = mentions().index().sharedBy(file.memberState(), treeSize);
        return ofOthersToo.isEmpty() && mentions().closed().isEmpty()
                ? SharedSubjects.NOTHING
                : new Comparison(file, cut).shared(ofOthersToo);
    }

    /** Null where the State's file cannot be told now. */
    private @Nullable NamingFilings other(MemberState state, AsOf cut) {
        return known.computeIfAbsent(
                        new Seen(state, cut),
                        _ -> Optional.ofNullable(files.apply(state)).map(file -> NamingFilings.of(file, cut)))
                .orElse(null);
    }

    /** Whether one of some events of another State is in view, or may be. */
    private boolean mayNameAny(MemberState state, Set<Long> positions, AsOf cut) {
        return closedInView.computeIfAbsent(new Seen(state, cut), _ -> {
            NamingFilings theirs = other(state, cut);
            return theirs == null || theirs.namesAny(positions);
        });
    }

    /** One State's filings held against all others. */
    private final class Comparison {

        private final MemberState state;
        private final AsOf cut;
        private final NamingFilings own;
        private final Map<List<FilingId>, Pair> pairs = new HashMap<>();
        private final Map<FilingId, OtherFiling> others = new LinkedHashMap<>();
        private boolean complete = true;

        Comparison(StateFile file, AsOf cut) {
            this.state = file.memberState();
            this.cut = cut;
            this.own = NamingFilings.of(file, cut);
        }

        SharedSubjects shared(List<List<Mention>> ofOthersToo) {
            ofOthersToo.forEach(this::compare);
            Map<MemberState, Set<Long>> references = mentions().closed();
            references.forEach(this::closed);
            return new SharedSubjects(
                    pairs.values().stream()
                            .sorted(Comparator.comparing(Pair::filedAt)
                                    .thenComparing(pair -> pair.other().filedAt()))
                            .toList(),
                    new ArrayList<>(others.values()),
                    complete,
                    references.getOrDefault(state, Set.of()));
        }

        private void compare(List<Mention> ofOneSubject) {
            List<InViewOne> ownInView = ofOneSubject.stream()
                    .filter(mention -> mention.memberState() == state)
                    .map(mention -> own.naming(mention.position()))
                    .filter(Objects::nonNull)
                    .toList();
            boolean isOwn = ofOneSubject.stream()
                    .anyMatch(mention ->
                            mention.memberState() == state && own.byPosition().containsKey(mention.position()));
            for (Mention mention : isOwn ? ofOneSubject : List.<Mention>of()) {
                if (mention.memberState() != state) {
                    compare(ownInView, mention);
                }
            }
        }

        private void compare(List<InViewOne> ownInView, Mention mention) {
            NamingFilings theirs = other(mention.memberState(), cut);
            if (theirs == null) {
                complete = false;
                return;
            }
            FilingId id = theirs.byPosition().get(mention.position());
            InViewOne inView = id == null ? null : theirs.inView().get(id);
            if (inView != null) {
                others.put(inView.other().id(), inView.other());
            }
            InViewOne naming = theirs.naming(mention.position());
            if (naming != null) {
                ownInView.stream().filter(one -> !agree(one, naming)).forEach(one -> found(one, naming));
            }
        }

        /** One of them says that the person went to the other State. */
        private boolean agree(InViewOne one, InViewOne naming) {
            return naming.other().memberState().iso3().equals(one.leftFor())
                    || state.iso3().equals(naming.leftFor());
        }

        private void found(InViewOne one, InViewOne naming) {
            pairs.put(
                    List.of(one.other().id(), naming.other().id()),
                    new Pair(one.other().id(), one.other().filedAt(), naming.other()));
        }

        private void closed(MemberState whose, Set<Long> positions) {
            if (!own.inView().isEmpty()
                    && (whose == state ? own.namesAny(positions) : mayNameAny(whose, positions, cut))) {
                complete = false;
            }
        }
    }
}
