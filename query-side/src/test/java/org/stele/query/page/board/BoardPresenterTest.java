package org.stele.query.page.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.events.Audience;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.query.page.BoardLayer;
import org.stele.query.page.StatusStyle;
import org.stele.query.page.TestFrames;
import org.stele.query.view.Board;
import org.stele.statefile.filed.StateFiles;
import org.stele.statefile.status.Flag;
import org.stele.statefile.status.HalfRuleStatus;
import org.stele.statefile.status.RepatriationStatus;
import org.stele.statefile.status.TimelinessStatus;
import org.stele.web.page.ViewPoint;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class BoardPresenterTest {

    private static final BoardPresenter DRAWING = new BoardPresenter(World.read());
    private static final Set<MemberState> ALL = EnumSet.allOf(MemberState.class);

    @Test
    void every_state_is_in_the_grid_once_and_on_a_place_of_its_own() {
        BoardPage page = board(BoardLayer.REPAT, all(RepatriationStatus.NO_INFORMATION), List.of());

        assertThat(page.grid().tiles()).hasSize(193);
        assertThat(page.grid().tiles().stream().map(tile -> tile.placed().state()))
                .containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(page.grid().tiles().stream().map(tile -> tile.column() + "," + tile.row()))
                .doesNotHaveDuplicates();
        assertThat(page.grid().tiles()).allMatch(tile -> tile.column() <= 27 && tile.row() <= 14);
    }

    @Test
    void every_state_is_on_the_map_as_an_outline_a_circle_or_both() {
        BoardPage page = board(BoardLayer.REPAT, all(RepatriationStatus.NO_INFORMATION), List.of());

        Set<MemberState> drawn = page.map().areas().stream()
                .map(area -> area.placed().state())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MemberState.class)));
        page.map().circles().forEach(circle -> drawn.add(circle.placed().state()));

        assertThat(drawn).isEqualTo(ALL);
        assertThat(page.map().circles()).hasSize(39);
    }

    @Test
    void every_state_is_a_row_of_the_table() {
        BoardPage page = board(BoardLayer.REPAT, all(RepatriationStatus.NO_INFORMATION), List.of());

        assertThat(page.rows().stream().map(row -> row.placed().state())).containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void the_sending_state_has_no_status_and_no_flag_whatever_was_computed() {
        List<Statuses> states = each(state -> new Statuses(
                state,
                RepatriationStatus.INCOMPLETE_UNEXPLAINED,
                TimelinessStatus.OVERDUE,
                HalfRuleStatus.NO_REPORT,
                TimelinessStatus.OVERDUE,
                Set.of(Flag.CONTESTED, Flag.AMENDED),
                Set.of(ObligationId.REPAT, ObligationId.REP_HALF)));

        for (BoardLayer show : BoardLayer.values()) {
            BoardPage page = board(show, states, List.of());
            BoardState sending = page.grid().tiles().stream()
                    .map(TileGrid.Tile::placed)
                    .filter(placed -> placed.state() == MemberState.PRK)
                    .findFirst()
                    .orElseThrow();

            assertThat(sending.look()).isEqualTo(StatusStyle.SENDING);
            assertThat(sending.label()).isEqualTo("Democratic People's Republic of Korea: Sending State");
            assertThat(page.rows().stream()
                            .filter(row -> row.placed().state() == MemberState.PRK)
                            .findFirst()
                            .orElseThrow())
                    .isEqualTo(new BoardPage.Row(sending, List.of(), List.of()));
        }
    }

    @Test
    void cards_count_every_state_once_also_when_all_are_equal() {
        BoardPage page = board(BoardLayer.REPAT, all(RepatriationStatus.REPORTED_COMPLETE_ON_TIME), List.of());

        assertThat(page.cards().stream().mapToInt(BoardPage.Card::count).sum()).isEqualTo(193);
        assertThat(page.cards().getFirst())
                .isEqualTo(new BoardPage.Card(StatusStyle.COMPLETE, "Reported complete", 192));
    }

    @Test
    void a_contested_state_keeps_its_status_and_says_so_beside_it() {
        BoardPage page = board(
                BoardLayer.REPAT,
                each(state -> new Statuses(
                        state,
                        RepatriationStatus.REPORTED_COMPLETE_ON_TIME,
                        TimelinessStatus.MET_ON_TIME,
                        HalfRuleStatus.NOT_TRIGGERED,
                        TimelinessStatus.MET_ON_TIME,
                        state == MemberState.CHN ? Set.of(Flag.CONTESTED) : Set.of(),
                        Set.of())),
                List.of());

        assertThat(page.grid().tiles().stream().map(TileGrid.Tile::placed).filter(BoardState::contested))
                .singleElement()
                .satisfies(china -> {
                    assertThat(china.look()).isEqualTo(StatusStyle.COMPLETE);
                    assertThat(china.label())
                            .isEqualTo("China: Reported complete, by the deadline, contested by evidence");
                });
    }

    @Test
    void figures_that_others_worked_out_are_marked_wherever_they_are_shown_and_so_are_statuses_from_them() {
        BoardPage page =
                real(new ViewPoint(LocalDate.of(2019, 12, 23), LocalDate.of(2019, 12, 23), 185, Audience.AUDIT));
        String html = TestFrames.PAGES.text("board/board.jte", page);

        assertThat(page.grid().tiles().stream().map(TileGrid.Tile::placed).filter(BoardState::derived))
                .extracting(placed -> placed.state().iso3())
                .containsExactly("QAT", "RUS");
        assertThat(row(page, MemberState.RUS).statuses())
                .extracting(BoardPage.Cell::words)
                .satisfiesExactly(
                        repatriation -> assertThat(repatriation).endsWith(" †"),
                        midterm -> assertThat(midterm).doesNotContain("†"),
                        half -> assertThat(half).endsWith(" †"),
                        last -> assertThat(last).doesNotContain("†"));
        assertThat(row(page, MemberState.NOR).statuses())
                .extracting(BoardPage.Cell::words)
                .noneMatch(words -> words.contains("†"));
        assertThat(html)
                .contains("Russian Federation: 11,490 †", "Others, such as the press, worked out some figure")
                .contains("Russian Federation: Not reported complete, rests on a filing of which some figure was worked"
                        + " out");
        assertThat(Objects.requireNonNull(page.wideChart()).last().text()).endsWith(" †");
        assertThat(board(BoardLayer.REPAT, all(RepatriationStatus.NO_INFORMATION), List.of())
                        .rows())
                .noneMatch(row -> row.toString().contains("†"));
    }

    private static BoardPage.Row row(BoardPage page, MemberState state) {
        return page.rows().stream()
                .filter(row -> row.placed().state() == state)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_link_of_the_board_names_both_dates_and_the_size() {
        ViewPoint point = new ViewPoint(LocalDate.of(2019, 12, 22), LocalDate.of(2020, 3, 23), 100, Audience.AUDIT);
        String html = TestFrames.PAGES.text("board/board.jte", real(point));

        List<String> links = Pattern.compile("<a [^>]*href=\"(/[^\"]*)\"")
                .matcher(html)
                .results()
                .map(match -> match.group(1))
                .toList();

        // Whatever view is read, filing happens today.
        assertThat(links)
                .filteredOn(link -> !link.equals("/file"))
                .hasSizeGreaterThan(3 * 193)
                .allMatch(link -> link.contains("effectiveOn=") && link.contains("knownOn="))
                .allMatch(link -> link.contains("treeSize=100"));
    }

    @Test
    void a_board_with_nothing_on_record_says_so() {
        BoardPage page = board(BoardLayer.REP_FIN, each(BoardPresenterTest::nothing), List.of());

        assertThat(page.wideChart()).isNull();
        assertThat(TestFrames.PAGES.text("board/board.jte", page)).contains("No State had stated a remaining figure");
    }

    @Test
    void the_board_holds_no_script_and_no_style_within() {
        assertThat(TestFrames.PAGES.text("board/board.jte", real(TestFrames.DEADLINE)))
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:");
    }

    private static BoardPage real(ViewPoint point) {
        var files = StateFiles.in(StateFiles.tables());
        return DRAWING.draw(new BoardPresenter.Material(
                TestFrames.frame("Board", point),
                point,
                185,
                BoardLayer.REPAT,
                LocalDate.of(2026, 11, 23),
                new Board.Files(
                                point,
                                state -> Objects.requireNonNull(files.get(state)),
                                new TreeMap<>(),
                                new TreeSet<>(),
                                null)
                        .each((_, view) -> BoardPageController.statuses(view)),
                files.values().stream()
                        .flatMap(file -> BoardPageController.changes(file, point).stream())
                        .toList(),
                List.of(),
                true));
    }

    private static BoardPage board(BoardLayer show, List<Statuses> states, List<RemainingSeries.Change> remaining) {
        ViewPoint point = TestFrames.DEADLINE;
        return DRAWING.draw(new BoardPresenter.Material(
                TestFrames.frame("Board", point),
                point,
                185,
                show,
                LocalDate.of(2026, 11, 23),
                states,
                remaining,
                List.of(),
                false));
    }

    private static List<Statuses> all(RepatriationStatus repatriation) {
        return each(state -> new Statuses(
                state,
                repatriation,
                TimelinessStatus.MET_ON_TIME,
                HalfRuleStatus.NOT_TRIGGERED,
                TimelinessStatus.MET_ON_TIME,
                Set.of(),
                Set.of()));
    }

    private static List<Statuses> each(Function<MemberState, Statuses> statuses) {
        return Arrays.stream(MemberState.values()).map(statuses).toList();
    }

    private static Statuses nothing(MemberState state) {
        return new Statuses(
                state,
                RepatriationStatus.NOT_YET_OPEN,
                TimelinessStatus.NOT_YET_OPEN,
                HalfRuleStatus.NOT_YET_OPEN,
                TimelinessStatus.NOT_YET_OPEN,
                Set.of(),
                Set.of());
    }
}
