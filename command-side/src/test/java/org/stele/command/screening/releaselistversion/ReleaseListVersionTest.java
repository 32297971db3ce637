package org.stele.command.screening.releaselistversion;

import static org.stele.command.screening.list.ListSamples.loaded;
import static org.stele.command.screening.list.ListSamples.version;
import static org.stele.command.testing.People.registrar;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.screening.list.ConsolidatedList;
import org.stele.command.screening.list.ListRecord;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.screening.ListVersionRejected;
import org.stele.events.screening.ListVersionReleased;
import org.stele.events.screening.list.HoldReason;
import org.stele.events.screening.list.ListDelta;

class ReleaseListVersionTest extends SliceTest {

    private static final ConsolidatedList FIRST = version("first", "2026-01-01T00:00:00Z");
    private static final ConsolidatedList OLDER = version("older", "2025-01-01T00:00:00Z");
    private static final ConsolidatedList THIRD = version("third", "2026-03-01T00:00:00Z", "a new name");
    private static final ListDelta SAME = new ListDelta(List.of(), List.of(), List.of(), 0);
    private static final ListDelta ONE = new ListDelta(List.of(), List.of(), List.of("KPi.001"), 0);
    private static final Object STANDS = loaded(FIRST, null, null);
    private static final Object HELD = loaded(OLDER, FIRST, SAME, HoldReason.OLDER_THAN_CURRENT);

    ReleaseListVersionTest() {
        super(new ReleaseListVersionSlice().releaseListVersion());
    }

    @Test
    void a_held_version_stands_once_it_is_released() {
        given(STANDS, HELD).when(release(registrar(), OLDER)).recorded(released(FIRST, SAME));
    }

    @Test
    void its_delta_is_against_the_version_that_stands_by_then() {
        given(STANDS, HELD, loaded(THIRD, FIRST, ONE))
                .when(release(registrar(), OLDER))
                .recorded(released(THIRD, ONE));
    }

    @Test
    void a_version_is_decided_on_once() {
        given(STANDS, HELD, released(FIRST, SAME))
                .when(release(registrar(), OLDER))
                .tooLateOrEarly("list-version-already-decided");
        given(STANDS, HELD, new ListVersionRejected(ListRecord.LIST, OLDER.sha256(), "An old file."))
                .when(release(registrar(), OLDER))
                .tooLateOrEarly("list-version-already-decided");
    }

    @Test
    void a_version_that_stood_at_once_or_is_not_on_record_is_not_decided_on() {
        given(STANDS, HELD).when(release(registrar(), FIRST)).tooLateOrEarly("list-version-not-held");
        given(STANDS).when(release(registrar(), OLDER)).notFound();
    }

    @Test
    void only_a_registrar_decides() {
        given(STANDS, HELD).when(release(People.signatory(), OLDER)).notAllowed();
    }

    private static ReleaseListVersion release(CommandContext entry, ConsolidatedList version) {
        return new ReleaseListVersion(entry, ListRecord.LIST, version.sha256(), "Checked.");
    }

    private static ListVersionReleased released(ConsolidatedList previous, ListDelta delta) {
        return new ListVersionReleased(ListRecord.LIST, OLDER.sha256(), "Checked.", previous.sha256(), delta);
    }
}
