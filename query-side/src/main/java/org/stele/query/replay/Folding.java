package org.stele.query.replay;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.query.statefile.Held;
import org.stele.query.statefile.OpenFile;
import org.stele.query.statefile.StateFile;

/**
 * Files of many States that are folded side by side. An event that cannot be read or folded holds its State's events back
 * from there on; the other States go on. Projection, rebuild and replay all fold through here.
 */
public final class Folding {

    private final Map<MemberState, OpenFile> open = new EnumMap<>(MemberState.class);
    private final HeldEvents before;
    private @Nullable Held ofNoState;

    /** Goes on from these files; a State that is not among them has none yet. */
    public Folding(Map<MemberState, StateFile> files, HeldEvents held) {
        this.before = held;
        this.ofNoState = held.of(null);
        files.forEach((state, file) -> open.put(state, new OpenFile(file, held.of(state))));
    }

    public Folding() {
        this(Map.of(), new HeldEvents());
    }

    /** One of several that are about different States, each begun with nothing. */
    static Folding of(List<Folding> parts) {
        Folding all = new Folding();
        for (Folding part : parts) {
            all.open.putAll(part.open);
            all.ofNoState = part.ofNoState == null ? all.ofNoState : part.ofNoState;
        }
        return all;
    }

    /** Takes the next event of the ledger. */
    public void apply(Decoded decoded) {
        MemberState state = decoded.memberState();
        if (decoded.event() != null) {
            file(decoded.event().event().memberState()).apply(decoded.event());
        } else if (decoded.unreadable() != null && state != null) {
            file(state).hold(decoded.position(), decoded.unreadable());
        } else if (decoded.unreadable() != null) {
            ofNoState = ofNoState == null
                    ? new Held(decoded.position(), decoded.unreadable(), 1, decoded.position())
                    : ofNoState.with(decoded.position());
        }
    }

    private OpenFile file(MemberState state) {
        return open.computeIfAbsent(state, _ -> new OpenFile(StateFile.empty(state), before.of(state)));
    }

    /** The files of the States that have had an event. */
    public Map<MemberState, StateFile> files() {
        Map<MemberState, StateFile> files = new EnumMap<>(MemberState.class);
        open.forEach((state, file) -> files.put(state, file.toStateFile()));
        return files;
    }

    /** All that is held back now, that of before included. */
    public HeldEvents held() {
        HeldEvents held = new HeldEvents();
        before.all().forEach((state, events) -> held.put(state.orElse(null), events));
        open.forEach((state, file) -> {
            Held own = file.held();
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
