package org.stele.query.replay;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.statefile.DeadLetters;
import org.stele.statefile.StateFile;
import org.stele.statefile.StateFileBuilder;

/**
 * The files of many States, folded side by side. An event that cannot be read or folded holds back its State's later
 * events; the other States continue. Projection, rebuild and replay all use this fold.
 */
public final class LedgerFold {

    private final Map<MemberState, StateFileBuilder> open = new EnumMap<>(MemberState.class);
    private final DeadLettersByState before;
    private @Nullable DeadLetters ofNoState;

    /** Continues from these files; a State that is not among them has none yet. */
    public LedgerFold(Map<MemberState, StateFile> files, DeadLettersByState held) {
        this.before = held;
        this.ofNoState = held.of(null);
        files.forEach((state, file) -> open.put(state, new StateFileBuilder(file, held.of(state))));
    }

    public LedgerFold() {
        this(Map.of(), new DeadLettersByState());
    }

    /** One of several folds of disjoint States, each begun empty. */
    static LedgerFold of(List<LedgerFold> parts) {
        LedgerFold all = new LedgerFold();
        for (LedgerFold part : parts) {
            all.open.putAll(part.open);
            all.ofNoState = part.ofNoState == null ? all.ofNoState : part.ofNoState;
        }
        return all;
    }

    /** Takes the next event of the ledger. */
    public void apply(DecodedEvent decoded) {
        MemberState state = decoded.memberState();
        if (decoded.event() != null) {
            file(decoded.event().event().memberState()).apply(decoded.event());
        } else if (decoded.unreadable() != null && state != null) {
            file(state).hold(decoded.position(), decoded.unreadable());
        } else if (decoded.unreadable() != null) {
            ofNoState = ofNoState == null
                    ? new DeadLetters(decoded.position(), decoded.unreadable(), 1, decoded.position())
                    : ofNoState.with(decoded.position());
        }
    }

    private StateFileBuilder file(MemberState state) {
        return open.computeIfAbsent(state, _ -> new StateFileBuilder(StateFile.empty(state), before.of(state)));
    }

    /** The files of the States that have had an event. */
    public Map<MemberState, StateFile> files() {
        Map<MemberState, StateFile> files = new EnumMap<>(MemberState.class);
        open.forEach((state, file) -> files.put(state, file.toStateFile()));
        return files;
    }

    /** All events that are held back now, including those from before. */
    public DeadLettersByState held() {
        DeadLettersByState held = new DeadLettersByState();
        before.all().forEach((state, events) -> held.put(state.orElse(null), events));
        open.forEach((state, file) -> {
            DeadLetters own = file.held();
            if (own != null) {
                held.put(state, own);
            }
        });
        if (ofNoState != null) {
            held.put(null, ofNoState);
        }
        return held;
    }
}
