package org.stele.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.events.MemberState;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StateGroupsTest {

    private static final int ALL_AND_NONE = MemberState.values().length + 1;

    @Test
    void States_that_fit_together_are_one_group() {
        assertThat(StateGroups.of(sizes(50, 50), 100)).hasSize(1);
        assertThat(StateGroups.of(Map.of(), 0)).hasSize(1);
    }

    @Test
    void one_byte_too_many_begins_another_group() {
        List<Set<Optional<MemberState>>> groups = StateGroups.of(sizes(50, 51), 100);

        assertThat(groups).hasSize(2);
        assertThat(groups.getFirst())
                .contains(Optional.of(MemberState.POL))
                .doesNotContain(Optional.of(MemberState.RUS));
        assertThat(groups.getLast()).contains(Optional.of(MemberState.RUS));
    }

    @Test
    void a_State_that_is_too_large_for_any_group_has_one_of_its_own() {
        List<Set<Optional<MemberState>>> groups = StateGroups.of(sizes(1_000, 1), 100);

        assertThat(groups)
                .filteredOn(group -> group.contains(Optional.of(MemberState.POL)))
                .singleElement()
                .satisfies(group -> assertThat(group).doesNotContain(Optional.of(MemberState.RUS)));
    }

    @Test
    void everyone_is_in_one_group_each() {
        assertThat(StateGroups.of(sizes(1_000, 1_000), 1).stream().flatMap(Set::stream))
                .hasSize(ALL_AND_NONE)
                .doesNotHaveDuplicates();
    }

    private static Map<Optional<MemberState>, Long> sizes(long poland, long russia) {
        return Map.of(Optional.of(MemberState.POL), poland, Optional.of(MemberState.RUS), russia);
    }
}
