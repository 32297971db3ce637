package org.stele.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.importing.ImportFixture.file;
import static org.stele.command.importing.ImportFixture.row;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.command.repatriation.declarebaseline.DeclareBaseline;
import org.stele.command.repatriation.recordarrival.RecordArrival;
import org.stele.command.repatriation.recordrepatriationnotice.RecordRepatriationNotice;
import org.stele.events.Baseline;
import org.stele.events.BaselineBasis;
import org.stele.events.Confidence;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeBasis;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;

/** Notices, baselines and arrivals are read as they are stated. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class ImportPersonsTest {

    private final ImportFixture fixture = new ImportFixture();

    @Test
    void a_notice_is_recorded_with_all_that_it_states() {
        ImportKind kind = ImportKind.NOTICES;
        String stated = file(
                kind,
                row(
                        kind,
                        "state",
                        "Norway",
                        "destination",
                        "CHN",
                        "mode",
                        "RAIL",
                        "summary",
                        "Twelve left.",
                        "source_title",
                        "A paper",
                        "source_address",
                        "https://example.org/",
                        "confidence",
                        "low",
                        "basis",
                        "LEFT",
                        "visa",
                        "D-8",
                        "sector",
                        "CONSTRUCTION"));

        assertThat(fixture.enter(kind, stated).errors()).isEmpty();

        assertThat(fixture.recorded(RecordRepatriationNotice.class))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.memberState()).isEqualTo(MemberState.NOR);
                    assertThat(notice.received()).isEqualTo(PartialDate.parse("2019-12-01/2019-12-02"));
                    assertThat(notice.source())
                            .isEqualTo(new SourceReference(
                                    "A paper", "https://example.org/", Confidence.LOW, "Twelve left."));
                    assertThat(notice.content())
                            .isEqualTo(new NoticeContent(
                                    PersonsCategory.WORKER,
                                    new PersonsCount(12),
                                    List.of(),
                                    null,
                                    PartialDate.parse("2019-11"),
                                    "CHN",
                                    Outcome.DEPARTED_NOT_REPATRIATED,
                                    Mode.RAIL,
                                    NoticeBasis.LEFT,
                                    "D-8",
                                    "CONSTRUCTION"));
                });
    }

    @Test
    void what_a_notice_leaves_blank_is_not_stated() {
        fixture.enter(ImportKind.NOTICES, file(ImportKind.NOTICES, row(ImportKind.NOTICES)));

        RecordRepatriationNotice notice =
                fixture.recorded(RecordRepatriationNotice.class).getFirst();
        assertThat(notice.source()).isNull();
        assertThat(notice.content().mode()).isEqualTo(Mode.NOT_STATED);
        assertThat(notice.content().basis()).isNull();
        assertThat(notice.content().visaClass()).isNull();
        assertThat(notice.content().outcome()).isEqualTo(Outcome.REPATRIATED);
    }

    @ParameterizedTest
    @CsvSource({"24,PERMITS", "24,''", "'',NOT_DISCLOSED", "0,PERSONS"})
    void a_baseline_is_a_number_a_basis_or_both(String count, String basis) {
        ImportKind kind = ImportKind.BASELINES;

        assertThat(fixture.enter(kind, file(kind, row(kind, "count", count, "basis", basis)))
                        .errors())
                .isEmpty();

        assertThat(fixture.recorded(DeclareBaseline.class)).singleElement().satisfies(declared -> {
            assertThat(declared.category()).isEqualTo(PersonsCategory.WORKER);
            assertThat(declared.on()).isEqualTo(PartialDate.parse("2017-12-22"));
            assertThat(declared.baseline())
                    .isEqualTo(new Baseline(
                            count.isEmpty() ? null : new PersonsCount(Integer.parseInt(count)),
                            basis.isEmpty() ? null : BaselineBasis.valueOf(basis)));
        });
    }

    @Test
    void a_baseline_without_number_and_basis_is_none() {
        ImportKind kind = ImportKind.BASELINES;

        ImportReport report = fixture.enter(kind, file(kind, row(kind, "count", "", "basis", "")));

        assertThat(report.errors())
                .singleElement()
                .extracting(ImportError::column)
                .isEqualTo("count");
        assertThat(fixture.ledger.recorded()).isEmpty();
    }

    @Test
    void an_arrival_is_recorded_with_its_days() {
        fixture.enter(ImportKind.ARRIVALS, file(ImportKind.ARRIVALS, row(ImportKind.ARRIVALS)));

        assertThat(fixture.recorded(RecordArrival.class)).singleElement().satisfies(arrival -> {
            assertThat(arrival.memberState()).isEqualTo(MemberState.NOR);
            assertThat(arrival.count()).isEqualTo(new PersonsCount(2));
            assertThat(arrival.arrived()).isEqualTo(PartialDate.parse("2018-05-01/2018-05-20"));
            assertThat(arrival.received()).isEqualTo(PartialDate.parse("2018-06-04"));
        });
    }

    @ParameterizedTest
    @CsvSource({"NOTICES", "BASELINES", "ARRIVALS"})
    void a_repeated_file_enters_nothing(ImportKind kind) {
        String twoRows = file(kind, row(kind), row(kind, "iso3", "SWE"));

        assertThat(fixture.enter(kind, twoRows).entered()).isEqualTo(2);
        assertThat(fixture.enter(kind, twoRows).alreadyEntered()).isEqualTo(2);
        assertThat(fixture.ledger.recorded()).hasSize(2);
    }
}
