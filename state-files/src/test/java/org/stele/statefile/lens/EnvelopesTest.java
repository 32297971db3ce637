package org.stele.statefile.lens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.statefile.lens.LensTest.DAY;
import static org.stele.statefile.lens.LensTest.WITHHELD_ZERO;
import static org.stele.statefile.lens.LensTest.file;
import static org.stele.statefile.lens.LensTest.outsiders;
import static org.stele.statefile.lens.LensTest.row;
import static org.stele.statefile.lens.LensTest.seen;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stele.events.Audience;
import org.stele.statefile.StateFile;
import org.stele.statefile.StateFileJson;
import org.stele.statefile.change.Changes;
import org.stele.statefile.due.Due;
import org.stele.statefile.filed.Table.Row;
import org.stele.statefile.status.Flag;

/** Of an envelope nothing is concluded but what its closed list says. */
class EnvelopesTest {

    /** Flags that follow from the closed list of an envelope: obligation, version, days of receipt, and that its text is withheld. */
    private static final Set<Flag> OF_ENVELOPES = EnumSet.of(
            Flag.TEXT_WITHHELD, Flag.AMENDED, Flag.DATE_UNCERTAIN, Flag.OTHER_FILING_ON_RECORD, Flag.SECOND_FILING);

    static Stream<Arguments> whatAnEnvelopeHides() {
        return Stream.of(
                Arguments.of("baseline_count", "7"),
                Arguments.of("baseline_basis", "NOT_DISCLOSED"),
                Arguments.of("repatriated_count", "7"),
                Arguments.of("remaining_count", "7"),
                Arguments.of("remaining_count", "0"),
                Arguments.of("declared_nil", "true"),
                Arguments.of("asserts_more_than_half", "true"),
                Arguments.of("figures_derived", "true"),
                Arguments.of("explanation", "Borders were closed."),
                Arguments.of("period_from", "2018-01-01"),
                Arguments.of("period_to", "2018"),
                Arguments.of("period_to", "2018-01-05"),
                Arguments.of("summary", "Words."),
                Arguments.of("source_title", "A list"));
    }

    @ParameterizedTest
    @MethodSource("whatAnEnvelopeHides")
    void whatever_an_envelope_hides_every_answer_is_the_same(String field, String value) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "iso3",
                "MCO",
                "obligation",
                "REP-MID",
                "received_from",
                "2019-03-01",
                "received_to",
                "2019-03-01",
                "text_withheld",
                "true"));
        StateFile plain = withEvidence(row(Map.copyOf(fields)));
        fields.put(field, value);
        StateFile other = withEvidence(row(fields));

        assertThat(StateFileJson.digest(other)).isNotEqualTo(StateFileJson.digest(plain));
        for (Audience audience : outsiders()) {
            StateFile seenPlain = new Lens(audience).see(plain, plain, DAY, DAY);
            StateFile seenOther = new Lens(audience).see(other, other, DAY, DAY);
            assertThat(StateFileJson.digest(seenOther)).isEqualTo(StateFileJson.digest(seenPlain));
            assertThat(seen(other, audience)).isEqualTo(seen(plain, audience));
            assertThat(Due.of(seenOther, seen(other, audience))).isEqualTo(Due.of(seenPlain, seen(plain, audience)));
            assertThat(Changes.between(seenPlain, seen(plain, audience), seenOther, seen(other, audience))
                            .isCaused())
                    .isFalse();
        }
    }

    /** Evidence of a day that a period decides about: it contests the filing, or is later than a year after it. */
    private static StateFile withEvidence(Row filing) {
        Row evidence = row(Map.of(
                "iso3",
                "MCO",
                "as_of_from",
                "2020-01-01",
                "as_of_to",
                "2020-01-01",
                "received_from",
                "2020-01-01",
                "received_to",
                "2020-01-01",
                "kind",
                "PRESS",
                "contests",
                "true",
                "statement",
                "Some were seen."));
        return file(Map.of("filings", List.of(filing), "evidence", List.of(evidence)));
    }

    @Test
    void of_an_envelope_come_no_flags_but_those_of_its_closed_list() {
        Map<String, String> all = new HashMap<>(Map.of(
                "iso3",
                "MCO",
                "obligation",
                "REP-MID",
                "received_from",
                "2019-03-01",
                "received_to",
                "2019-03-02",
                "text_withheld",
                "true"));
        whatAnEnvelopeHides().forEach(hidden -> all.put((String) hidden.get()[0], (String) hidden.get()[1]));
        StateFile file = file(Map.of("filings", List.of(row(all), row(all))));

        assertThat(seen(file, Audience.AUDIT).flags())
                .contains(Flag.FIGURE_DERIVED, Flag.BASELINE_NOT_DISCLOSED, Flag.BACKFILLED, Flag.PERIOD_MISMATCH);
        for (Audience audience : outsiders()) {
            assertThat(OF_ENVELOPES).containsAll(seen(file, audience).flags());
            assertThat(seen(file, audience).flags())
                    .containsExactly(Flag.TEXT_WITHHELD, Flag.DATE_UNCERTAIN, Flag.SECOND_FILING);
        }
    }

    @Test
    void evidence_contests_what_is_seen_whole_and_is_late_only_where_no_envelope_can_be_younger() {
        StateFile envelope = withEvidence(WITHHELD_ZERO);
        assertThat(seen(envelope, Audience.AUDIT).flags()).contains(Flag.CONTESTED);
        assertThat(seen(envelope, Audience.PUBLIC).flags())
                .contains(Flag.EVIDENCE_ON_RECORD)
                .doesNotContain(Flag.CONTESTED, Flag.LATER_EVIDENCE);
        StateFile old = withEvidence(row(Map.of(
                "iso3",
                "MCO",
                "obligation",
                "OTHER",
                "received_from",
                "2018-12-30",
                "received_to",
                "2018-12-30",
                "text_withheld",
                "true")));
        assertThat(seen(old, Audience.PUBLIC).flags()).contains(Flag.LATER_EVIDENCE);
    }
}
