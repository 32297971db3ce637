package org.stele.query.page.statefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.events.Confidence;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;
import org.stele.events.StateEvent;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.CommitteeDocument;
import org.stele.events.attestation.DocumentKind;
import org.stele.events.attestation.Visibility;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.claims.ExemptionGround;
import org.stele.events.claims.ScopeClaimed;
import org.stele.events.claims.ScopeGround;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeBasis;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.query.page.TestFrames;
import org.stele.query.view.StateResult;
import org.stele.statefile.LedgerEvent;
import org.stele.statefile.StateFile;
import org.stele.statefile.filed.StateFiles;
import org.stele.statefile.lens.Lens;
import org.stele.statefile.status.StateView;
import org.stele.web.page.ViewPoint;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class StateFilePageTest {

    private static final String HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&amp;";
    private static final LocalDate DAY = LocalDate.of(2020, 5, 1);
    private static final ViewPoint POINT = TestFrames.at(DAY);

    @Test
    void hostile_text_in_every_field_stays_text() {
        String html = html(hostile(HOSTILE, "https://example.org/\"onmouseover=\"alert(3)"));

        assertThat(html).contains("&lt;script&gt;").doesNotContain("<script>alert", "<img src=x", "\"onmouseover=\"");
        assertThat(html.split("&lt;script&gt;", -1)).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void characters_that_nobody_sees_are_marked_wherever_a_stored_text_stands() {
        String html = html(
                hostile("sent \u202Eemoh\u2066 all\u200B \u2060\uFEFF\u00AD\u3164", "https://example.org/\u202Emoc"));

        assertThat(html)
                .contains("sent ⟨U+202E⟩emoh⟨U+2066⟩ all⟨U+200B⟩ ⟨U+2060⟩⟨U+FEFF⟩⟨U+00AD⟩⟨U+3164⟩")
                .contains("https://example.org/⟨U+202E⟩moc")
                .doesNotContainPattern("[\u202E\u2066\u200B\u2060\uFEFF\u00AD\u3164]");
    }

    @Test
    void the_document_of_a_filing_is_named_with_what_it_follows_and_its_days() {
        assertThat(html(hostile("S/AC.49/2020/17", "https://example.org/")))
                .contains("Symbol of the document", "Supplements", "27 February 2020", "4 March 2020")
                .doesNotContain("Handed over", "Issued again");
    }

    @Test
    void what_a_source_says_is_shown_with_it() {
        SourceReference told = new SourceReference("A newspaper", null, Confidence.LOW, "The ministry said so.");
        MemberState state = MemberState.NOR;
        NoticeContent left = new NoticeContent(
                PersonsCategory.WORKER,
                new PersonsCount(12),
                List.of(),
                null,
                PartialDate.parse("2019-12"),
                "PRK",
                Outcome.REPATRIATED,
                Mode.RAIL,
                NoticeBasis.ARRIVED,
                "D-1",
                "ISIC F");

        String html = html(file(
                state,
                List.of(new RepatriationNoticeRecorded(state, id(5), left, PartialDate.parse("2020-01"), told))));

        assertThat(html)
                .contains("What the source says", "The ministry said so.", "A newspaper")
                .contains("proof that they arrived", "D-1", "ISIC F", "by rail", "Democratic People");
    }

    @Test
    void an_address_that_is_not_of_the_web_is_no_link() {
        for (String address :
                List.of("javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//elsewhere")) {
            assertThat(html(hostile("text", address))).doesNotContain("href=\"" + address.strip());
        }
        assertThat(html(hostile("text", "https://example.org/a?b=c&d=e")))
                .contains("href=\"https://example.org/a?b=c&amp;d=e\" rel=\"external noopener noreferrer\"");
    }

    @Test
    void very_long_texts_are_shown_whole() {
        String text = "word ".repeat(4_000) + "END";

        assertThat(html(hostile(text, "https://example.org/" + "x".repeat(3_000))))
                .contains(text);
    }

    @Test
    void grounds_of_protected_status_and_their_text_are_not_shown() {
        StateEvent claim = new ExemptionClaimed(
                MemberState.DNK,
                id(1),
                ExemptionGround.REFUGEE_LAW,
                new PersonsCount(8),
                null,
                PartialDate.parse("2020-03"),
                "Telling text",
                source("Telling title", "https://example.org/telling"),
                null);

        String html = html(file(MemberState.DNK, List.of(claim)));

        assertThat(html).contains("protected status").doesNotContain("Telling", "telling", "refugee", "REFUGEE");
    }

    @Test
    void the_sending_state_has_no_status_figure_obligation_or_flag() {
        String html = html(StateFile.empty(MemberState.PRK));

        assertThat(html)
                .contains("Sending State")
                .doesNotContain("id=\"statuses\"", "id=\"figures\"", "id=\"obligations\"", "id=\"flags\"");
    }

    @Test
    void what_was_not_stated_is_not_shown_as_zero() {
        String html = html(StateFile.empty(MemberState.NOR));

        assertThat(html).contains("No information", "not stated", "Nothing on record in this view.");
    }

    @Test
    void every_state_and_every_real_filing_can_be_drawn() {
        StateFiles.in(StateFiles.tables()).values().forEach(file -> {
            StateFilePage page = page(file);

            assertThat(TestFrames.PAGES.text("statefile/statefile.jte", page))
                    .contains("<h1>")
                    .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=");
            assertThat(page.cards("filings"))
                    .hasSize(
                            StateView.of(file, DAY, DAY).inView().attestations().size());
            assertThat(page.moments()).extracting(TimelineItem::link).allMatch(link -> link.contains("treeSize=185"));
        });
    }

    @Test
    void figures_that_others_worked_out_are_marked_with_every_status_that_rests_on_them() {
        StateFile russia =
                StateFiles.in(StateFiles.tables()).getOrDefault(MemberState.RUS, StateFile.empty(MemberState.RUS));
        StateFilePage page = page(russia);

        assertThat(page.figures())
                .filteredOn(figure -> !figure.derived().isEmpty())
                .extracting(StateFilePage.Figure::persons)
                .containsExactly("30,023", "18,533");
        assertThat(page.statuses())
                .filteredOn(status -> !status.derived().isEmpty())
                .extracting(StateFilePage.Status::obligation)
                .containsExactly("Half rule");
        assertThat(html(russia))
                .contains("18,533 †", "† rests on a filing of which some figure was worked out by others")
                .contains("some of them worked out by others, not stated by the State");
        assertThat(html(StateFiles.in(StateFiles.tables())
                        .getOrDefault(MemberState.NOR, StateFile.empty(MemberState.NOR))))
                .doesNotContain("†");
    }

    @Test
    void filings_stand_in_the_order_in_which_they_were_received() {
        StateFile russia =
                StateFiles.in(StateFiles.tables()).getOrDefault(MemberState.RUS, StateFile.empty(MemberState.RUS));

        assertThat(page(russia).moments())
                .extracting(moment -> moment.received().lastDay())
                .isSorted();
    }

    @Test
    void a_file_with_events_held_back_says_so() {
        StateFile file = StateFile.empty(MemberState.NOR);
        StateFilePage page = StateFilePresenter.draw(
                TestFrames.frame("Norway", POINT),
                POINT,
                185,
                new StateResult(file, StateView.of(file, DAY, DAY), 1_207L),
                false);

        assertThat(TestFrames.PAGES.text("statefile/statefile.jte", page))
                .contains("This file is not complete.", "Events from entry 1,207 on are held back");
        assertThat(html(file)).doesNotContain("not complete");
    }

    private static String html(StateFile file) {
        return TestFrames.PAGES.text("statefile/statefile.jte", page(file));
    }

    private static StateFilePage page(StateFile file) {
        String name = file.memberState().officialName();
        StateFile seen = new Lens(POINT.audience()).see(file, file, DAY, DAY);
        return StateFilePresenter.draw(
                TestFrames.frame(name, POINT),
                POINT,
                185,
                new StateResult(seen, StateView.of(seen, DAY, DAY), null),
                false);
    }

    private static CommitteeDocument addendum(String symbol) {
        return new CommitteeDocument(
                id(9),
                symbol,
                DocumentKind.ADDENDUM,
                symbol,
                PartialDate.parse("2020-02-27"),
                null,
                PartialDate.parse("2020-03-04"),
                new TreeMap<>(),
                null);
    }

    private static StateFile hostile(String text, String address) {
        MemberState state = MemberState.NOR;
        SourceReference source = source(text, address);
        AttestationContent content = new AttestationContent(
                null, null, null, null, null, false, false, false, Visibility.PUBLISHED, text, text, text, List.of());
        return file(
                state,
                List.of(
                        new AttestationSubmitted(state, id(1), ObligationId.REP_FIN, content, DAY, source, null),
                        new AttestationReceived(state, id(1), 1, PartialDate.parse("2020-03-01"), text, addendum(text)),
                        new ScopeClaimed(
                                state, id(2), ScopeGround.OTHER, null, null, PartialDate.parse("2020"), text, source),
                        new ScopeClaimed(
                                state,
                                id(3),
                                ScopeGround.OTHER,
                                null,
                                null,
                                PartialDate.parse("2020-01"),
                                text,
                                source),
                        new EvidenceRecorded(
                                state,
                                id(4),
                                EvidenceKind.PRESS,
                                PartialDate.parse("2019"),
                                PartialDate.parse("2019"),
                                null,
                                true,
                                text,
                                source,
                                null,
                                false,
                                null)));
    }

    private static StateFile file(MemberState state, List<StateEvent> events) {
        List<LedgerEvent> recorded = new ArrayList<>();
        events.forEach(event -> recorded.add(new LedgerEvent(recorded.size() + 1L, DAY, event)));
        return StateFile.empty(state).evolve(recorded);
    }

    private static FilingId id(long number) {
        return new FilingId(new UUID(0, number));
    }

    private static SourceReference source(@Nullable String title, @Nullable String address) {
        return new SourceReference(title, address, Confidence.HIGH);
    }
}
