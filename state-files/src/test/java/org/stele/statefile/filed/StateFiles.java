package org.stele.statefile.filed;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stele.events.MemberState;
import org.stele.events.StateEvent;
import org.stele.statefile.LedgerEvent;
import org.stele.statefile.StateFile;
import org.stele.statefile.filed.Filed.Entered;

/** The files of all Member States, folded from events that were recorded one after another on one day. */
public final class StateFiles {

    private static final Path TABLES = Path.of("../state-files/src/test/resources/data");
    private static final LocalDate ENTERED_ON = LocalDate.of(2026, 11, 23);

    private StateFiles() {}

    public static Path tables() {
        return TABLES;
    }

    public static Map<MemberState, StateFile> in(Path directory) {
        return of(Filed.entered(directory, ENTERED_ON));
    }

    public static Map<MemberState, StateFile> of(List<Entered> entered) {
        Map<MemberState, List<LedgerEvent>> byState = new EnumMap<>(MemberState.class);
        for (int i = 0; i < entered.size(); i++) {
            Entered one = entered.get(i);
            byState.computeIfAbsent(one.event().memberState(), _ -> new ArrayList<>())
                    .add(new LedgerEvent(i + 1L, one.recordedOn(), one.event()));
        }
        return folded(byState);
    }

    public static Map<MemberState, StateFile> of(List<StateEvent> events, LocalDate recordedOn) {
        Map<MemberState, List<LedgerEvent>> byState = new EnumMap<>(MemberState.class);
        for (int i = 0; i < events.size(); i++) {
            StateEvent event = events.get(i);
            byState.computeIfAbsent(event.memberState(), _ -> new ArrayList<>())
                    .add(new LedgerEvent(i + 1L, recordedOn, event));
        }
        return folded(byState);
    }

    private static Map<MemberState, StateFile> folded(Map<MemberState, List<LedgerEvent>> byState) {
        Map<MemberState, StateFile> files = new EnumMap<>(MemberState.class);
        for (MemberState state : MemberState.values()) {
            files.put(state, StateFile.empty(state).evolve(byState.getOrDefault(state, List.of())));
        }
        return files;
    }
}
