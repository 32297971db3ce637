package org.stele.command.screening.rejectlistversion;

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
import org.stele.events.screening.list.HoldReason;
import org.stele.events.screening.list.ListDelta;

class RejectListVersionTest extends SliceTest {

    private static final ConsolidatedList FIRST = version("first", "2026-01-01T00:00:00Z");
    private static final ConsolidatedList OLDER = version("older", "2025-01-01T00:00:00Z");
    private static final Object STANDS = loaded(FIRST, null, null);
    private static final Object HELD =
            loaded(OLDER, FIRST, new ListDelta(List.of(), List.of(), List.of(), 0), HoldReason.OLDER_THAN_CURRENT);
    private static final ListVersionRejected REJECTED =
            new ListVersionRejected(ListRecord.LIST, OLDER.sha256(), "An old file.");

    RejectListVersionTest() {
        super(new RejectListVersionSlice().rejectListVersion());
    }

    @Test
    void a_held_version_is_rejected() {
        given(STANDS, HELD).when(reject(registrar(), OLDER)).recorded(REJECTED);
    }

    @Test
    void a_version_is_decided_on_once_and_only_if_it_is_held() {
        given(STANDS, HELD, REJECTED).when(reject(registrar(), OLDER)).tooLateOrEarly("list-version-already-decided");
        given(STANDS, HELD).when(reject(registrar(), FIRST)).tooLateOrEarly("list-version-not-held");
        given(STANDS).when(reject(registrar(), OLDER)).notFound();
    }

    @Test
    void only_a_registrar_decides() {
        given(STANDS, HELD).when(reject(People.signatory(), OLDER)).notAllowed();
    }

    private static RejectListVersion reject(CommandContext entry, ConsolidatedList version) {
        return new RejectListVersion(entry, ListRecord.LIST, version.sha256(), "An old file.");
    }
}
