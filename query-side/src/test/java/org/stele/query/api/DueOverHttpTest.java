package org.stele.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.events.MemberState;
import tools.jackson.databind.JsonNode;

/** What is due of all States: the same as of each, by days. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DueOverHttpTest extends RunningQuerySide {

    /** One report is past its due day, the other has days left. */
    private static final String BETWEEN = "?effectiveOn=2020-03-12&knownOn=2020-03-12";

    @Test
    void the_list_of_all_states_has_what_the_lists_of_each_have() {
        List<String> each = new ArrayList<>();
        for (MemberState state : MemberState.values()) {
            json("/api/v1/states/" + state.iso3() + "/due" + BETWEEN)
                    .get("due")
                    .forEach(item -> each.add(state.iso3() + " " + item));
        }

        assertThat(items(BETWEEN).map(DueOverHttpTest::written)).containsExactlyInAnyOrderElementsOf(each);
    }

    private static String written(JsonNode item) {
        String all = item.toString();
        String state = item.get("memberState").asString();
        return state + " " + all.replace("\"memberState\":\"%s\",".formatted(state), "");
    }

    @Test
    void what_is_longest_past_comes_first_and_what_has_no_day_last() {
        List<@Nullable Long> past = new ArrayList<>();
        items(BETWEEN).forEach(item -> past.add(daysPast(item)));

        assertThat(past).contains(356L, -10L).containsNull();
        assertThat(past.subList(0, past.indexOf(null))).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(past.subList(past.indexOf(null), past.size())).containsOnlyNulls();
    }

    private static @Nullable Long daysPast(JsonNode item) {
        if (!item.has("days")) {
            return null;
        }
        long days = item.get("days").asLong();
        return List.of("REPORT_OVERDUE", "PERSONS_REMAINING")
                        .contains(item.get("code").asString())
                ? days
                : Long.valueOf(-days);
    }

    @Test
    void a_list_is_narrowed_to_a_state_a_code_and_an_obligation() {
        assertThat(items(BETWEEN + "&state=RUS"))
                .allMatch(item -> item.get("memberState").asString().equals("RUS"));
        assertThat(items(BETWEEN + "&code=REPORT_DUE&obligation=REP-FIN"))
                .isNotEmpty()
                .allMatch(item -> item.get("days").asInt() == 10);
        assertThat(items(BETWEEN + "&code=REPORT_DUE&obligation=REP-MID")).isEmpty();
    }

    @Test
    void the_public_is_told_of_which_states_part_is_kept_from_it() {
        JsonNode all = json("/api/v1/due?audience=PUBLIC&effectiveOn=2020-06-01&knownOn=2020-06-01");

        assertThat(all.get("withheld").values().stream().map(JsonNode::asString))
                .contains("CHN");
        assertThat(json("/api/v1/due" + BETWEEN).get("withheld")).isEmpty();
    }

    @Test
    void the_page_names_every_state_but_the_sending_one_and_is_complete_over_its_pages() {
        String first = page("/due" + BETWEEN + "&obligation=REP-FIN&code=REPORT_DUE");

        assertThat(first)
                .contains("1 to 100 of ", "10 left", "/api/v1/due.xlsx?", "rel=\"next\"")
                .doesNotContain("<a href=\"/states/PRK");
        String next = page("/due" + BETWEEN + "&obligation=REP-FIN&code=REPORT_DUE&from=101");
        long rows = rows(first) + rows(next);
        assertThat(rows)
                .isEqualTo(
                        items(BETWEEN + "&obligation=REP-FIN&code=REPORT_DUE").count() - 1);
        assertThat(page("/due" + BETWEEN + "&from=100000")).contains("Nothing in this view.");
        assertThat(get("/due?from=0").statusCode()).isEqualTo(400);
    }

    private static long rows(String page) {
        return Stream.of(page.split("<th scope=\"row\">", -1)).count() - 1;
    }

    private String page(String path) {
        return send(request(path).header("Accept", "text/html")).body();
    }

    private Stream<JsonNode> items(String query) {
        return json("/api/v1/due" + query).get("due").values().stream();
    }
}
