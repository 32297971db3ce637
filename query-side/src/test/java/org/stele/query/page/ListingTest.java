package org.stele.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ListingTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 200, 250})
    void following_the_links_meets_every_row_once(int total) {
        List<Integer> all = IntStream.range(0, total).boxed().toList();
        List<Integer> met = new ArrayList<>();
        Listing<Integer> page = Listing.of(all, 1, Integer::toString);
        met.addAll(page.shown());
        while (page.next() != null) {
            page = Listing.of(all, Integer.parseInt(page.next()), Integer::toString);
            assertThat(page.previous()).isNotNull();
            met.addAll(page.shown());
        }

        assertThat(met).isEqualTo(all);
        assertThat(page.total()).isEqualTo(total);
        assertThat(page.last()).isEqualTo(total);
    }

    @Test
    void a_page_after_the_last_row_is_empty_and_leads_back() {
        Listing<Integer> page = Listing.of(List.of(1, 2, 3), Integer.MAX_VALUE, Integer::toString);

        assertThat(page.shown()).isEmpty();
        assertThat(page.next()).isNull();
        assertThat(page.previous()).isEqualTo("1");
    }
}
