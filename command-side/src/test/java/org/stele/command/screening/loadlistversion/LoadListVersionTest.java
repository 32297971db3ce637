package org.stele.command.screening.loadlistversion;

import static org.stele.command.screening.list.ListSamples.loaded;
import static org.stele.command.screening.list.ListSamples.version;
import static org.stele.command.screening.list.ListSamples.withoutLast;
import static org.stele.command.testing.People.registrar;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.command.entry.CommandContext;
import org.stele.command.screening.list.ConsolidatedList;
import org.stele.command.screening.list.ListRecord;
import org.stele.command.screening.list.ListSamples;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.Role;
import org.stele.events.screening.ListVersionRejected;
import org.stele.events.screening.ListVersionReleased;
import org.stele.events.screening.list.HoldReason;
import org.stele.events.screening.list.ListDelta;

class LoadListVersionTest extends SliceTest {

    private static final ConsolidatedList FIRST = version("first", "2026-01-01T00:00:00Z");
    private static final ConsolidatedList SECOND = withoutLast(version("second", "2026-02-01T00:00:00Z", "a new name"));
    private static final ConsolidatedList OLDER = version("older", "2025-01-01T00:00:00Z");
    private static final ListDelta DELTA = new ListDelta(List.of(), List.of("KPi.020"), List.of("KPi.001"), 0);
    private static final ListDelta SAME = new ListDelta(List.of(), List.of(), List.of(), 0);

    LoadListVersionTest() {
        super(new LoadListVersionSlice().loadListVersion());
    }

    @Test
    void the_first_version_stands_without_a_delta() {
        given().when(load(registrar(), FIRST)).recorded(loaded(FIRST, null, null));
    }

    @Test
    void the_next_version_stands_with_its_delta() {
        given(loaded(FIRST, null, null)).when(load(registrar(), SECOND)).recorded(loaded(SECOND, FIRST, DELTA));
    }

    @Test
    void an_older_version_is_held() {
        given(loaded(FIRST, null, null))
                .when(load(registrar(), OLDER))
                .recorded(loaded(OLDER, FIRST, SAME, HoldReason.OLDER_THAN_CURRENT));
    }

    @Test
    void a_version_that_was_held_or_rejected_is_not_what_the_next_is_compared_with() {
        Object held = loaded(OLDER, FIRST, SAME, HoldReason.OLDER_THAN_CURRENT);
        Object rejected = new ListVersionRejected(ListRecord.LIST, OLDER.sha256(), "An old file.");

        given(loaded(FIRST, null, null), held).when(load(registrar(), SECOND)).recorded(loaded(SECOND, FIRST, DELTA));
        given(loaded(FIRST, null, null), held, rejected)
                .when(load(registrar(), SECOND))
                .recorded(loaded(SECOND, FIRST, DELTA));
    }

    @Test
    void a_version_that_was_released_is() {
        given(
                        loaded(FIRST, null, null),
                        loaded(OLDER, FIRST, SAME, HoldReason.OLDER_THAN_CURRENT),
                        new ListVersionReleased(ListRecord.LIST, OLDER.sha256(), "Checked.", FIRST.sha256(), SAME))
                .when(load(registrar(), SECOND))
                .recorded(loaded(SECOND, OLDER, DELTA));
    }

    @Test
    void the_same_bytes_are_loaded_once() {
        given(loaded(FIRST, null, null)).when(load(registrar(), FIRST)).tooLateOrEarly("list-version-already-loaded");
        given(loaded(FIRST, null, null), loaded(OLDER, FIRST, SAME, HoldReason.OLDER_THAN_CURRENT))
                .when(load(registrar(), OLDER))
                .tooLateOrEarly("list-version-already-loaded");
    }

    @Test
    void only_a_registrar_loads_a_list() {
        given().when(load(People.signatory(), FIRST)).notAllowed();
        given().when(load(People.of(Role.CHAIR), FIRST)).notAllowed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://store.example/list.xml?sig=secret",
                "https://user:secret@store.example/list.xml",
                "https://store.example/list.xml#x",
                "file:///etc/passwd",
                "somewhere"
            })
    void a_source_is_an_address_without_secrets(String source) {
        given().when(new LoadListVersion(registrar(), ListRecord.LIST, source, FIRST))
                .malformed("source");
    }

    private static LoadListVersion load(CommandContext entry, ConsolidatedList version) {
        return new LoadListVersion(entry, ListRecord.LIST, ListSamples.SOURCE, version);
    }
}
