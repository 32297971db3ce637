package org.stele.query.page.board;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.query.page.BoardLayer;
import org.stele.query.page.ExportLinks;
import org.stele.query.page.StatusStyle;
import org.stele.query.page.ViewForm;
import org.stele.query.page.board.BoardPage.Card;
import org.stele.query.page.board.BoardPage.Cell;
import org.stele.query.page.board.BoardPage.Choice;
import org.stele.query.page.board.BoardPage.Row;
import org.stele.statefile.status.Flag;
import org.stele.web.page.Frame;
import org.stele.web.page.ViewPoint;

/** Builds the board's page from the States' views. */
public final class BoardPresenter {

    private static final LocalDate ADOPTION = Objects.requireNonNull(ObligationId.REPAT.opensOn());
    private static final LocalDate AFTER_FINALS = LocalDate.of(2020, 3, 23);

    private final World world;

    public BoardPresenter(World world) {
        this.world = world;
    }

    /**
     * The input of a board.
     *
     * @param today the day of the "Today" link
     * @param notShown States that are left out, because their stored rows were changed from outside
     */
    public record Material(
            Frame frame,
            ViewPoint point,
            long ledgerHead,
            BoardLayer show,
            LocalDate today,
            Collection<Statuses> states,
            Collection<RemainingSeries.Change> remaining,
            Collection<MemberState> notShown,
            boolean demo) {}

    public BoardPage draw(Material from) {
        Map<MemberState, BoardState> placed = place(from);
        RemainingSeries series = series(from);
        String mapLabel = from.frame().text("board.map.label", from.frame().text(obligation(from.show())));
        return new BoardPage(
                from.frame(),
                from.show(),
                form(from),
                quickLinks(from),
                shows(from),
                cards(from, placed),
                TileGrid.of(world, placed),
                WorldMap.of(world, placed, mapLabel),
                series,
                RemainingChart.of(series, 620, 360, from.frame().messages()),
                RemainingChart.of(series, 358, 300, from.frame().messages()),
                rows(from, placed),
                from.notShown().stream().map(MemberState::officialName).collect(Collectors.joining(", ")),
                ExportLinks.of("export.board", from.point(), "/api/v1/board"),
                from.demo());
    }

    private static Map<MemberState, BoardState> place(Material from) {
        Map<MemberState, BoardState> placed = new EnumMap<>(MemberState.class);
        from.states().forEach(state -> placed.put(state.state(), place(from, state)));
        return placed;
    }

    private static BoardState place(Material from, Statuses statuses) {
        MemberState state = statuses.state();
        boolean sending = state == MemberState.PRK;
        StatusStyle look = sending ? StatusStyle.SENDING : statuses.look(from.show());
        String words = from.frame().text(sending ? "sending-state" : from.show().words(statuses.of(from.show())));
        boolean contested = !sending && statuses.flags().contains(Flag.CONTESTED);
        String contestedWords = contested ? from.frame().text("contested-mark") : "";
        boolean derived = !sending && statuses.derived().contains(from.show().obligation());
        String derivedWords = derived ? from.frame().text("derived.status") : "";
        String label = Stream.of("%s: %s".formatted(state.officialName(), words), contestedWords, derivedWords)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return new BoardState(
                state,
                look,
                words,
                contestedWords,
                derivedWords,
                label,
                from.point().link("/states/" + state.iso3()));
    }

    private static RemainingSeries series(Material from) {
        LocalDate day = from.point().day();
        return RemainingSeries.of(ADOPTION, day.isBefore(ADOPTION) ? ADOPTION : day, from.remaining());
    }

    private static ViewForm form(Material from) {
        return new ViewForm(
                "/",
                from.frame().text("board.form"),
                from.point(),
                from.ledgerHead(),
                List.of(Map.entry("show", from.show().id())));
    }

    private static List<Choice> quickLinks(Material from) {
        String deadline = from.frame()
                .text("board.quick.deadline", from.frame().messages().date(RemainingChart.DEADLINE));
        String finals =
                from.frame().text("board.quick.finals", from.frame().messages().date(AFTER_FINALS));
        return List.of(
                quickLink(from, deadline, RemainingChart.DEADLINE),
                quickLink(from, finals, AFTER_FINALS),
                quickLink(from, from.frame().text("board.quick.today"), from.today()));
    }

    private static Choice quickLink(Material from, String text, LocalDate day) {
        ViewPoint there = from.point().withDates(day, day);
        return new Choice(text, there.link("/", "show", from.show().id()), there.equals(from.point()));
    }

    private static List<Choice> shows(Material from) {
        return Stream.of(BoardLayer.values())
                .map(show -> new Choice(
                        from.frame().text(obligation(show)),
                        from.point().link("/", "show", show.id()),
                        show == from.show()))
                .toList();
    }

    private static String obligation(BoardLayer show) {
        return "obligation." + show.id();
    }

    private static List<Card> cards(Material from, Map<MemberState, BoardState> placed) {
        boolean seesAll = from.point().audience().seesAllFilings();
        return Stream.concat(from.show().looks().stream(), Stream.of(StatusStyle.SENDING))
                .filter(look -> look != StatusStyle.WITHHELD || !seesAll)
                .map(look -> new Card(look, from.frame().text(from.show().words(look)), count(placed, look)))
                .toList();
    }

    private static int count(Map<MemberState, BoardState> placed, StatusStyle look) {
        return (int) placed.values().stream().filter(one -> one.look() == look).count();
    }

    private static List<Row> rows(Material from, Map<MemberState, BoardState> placed) {
        return from.states().stream()
                .sorted(Comparator.comparing(state -> state.state().officialName()))
                .map(state -> row(from.frame(), state, placed))
                .toList();
    }

    private static Row row(Frame frame, Statuses statuses, Map<MemberState, BoardState> placed) {
        BoardState one = placed.get(statuses.state());
        if (one == null) {
            throw new IllegalArgumentException("%s is not on the board.".formatted(statuses.state()));
        }
        if (one.look() == StatusStyle.SENDING) {
            return new Row(one, List.of(), List.of());
        }
        List<Cell> cells = List.of(
                cell(frame, BoardLayer.REPAT, statuses),
                cell(frame, BoardLayer.REP_MID, statuses),
                new Cell(
                        null,
                        marked(
                                frame,
                                ObligationId.REP_HALF,
                                frame.text("status.REP-HALF." + statuses.half()),
                                statuses)),
                cell(frame, BoardLayer.REP_FIN, statuses));
        List<String> flags = statuses.flags().stream()
                .sorted(Comparator.comparing(Flag::name))
                .map(flag -> frame.text("flag." + flag))
                .toList();
        return new Row(one, cells, flags);
    }

    private static Cell cell(Frame frame, BoardLayer show, Statuses all) {
        return new Cell(all.look(show), marked(frame, show.obligation(), frame.text(show.words(all.of(show))), all));
    }

    private static String marked(Frame frame, ObligationId obligation, String words, Statuses all) {
        return all.derived().contains(obligation) ? frame.text("derived-mark", words) : words;
    }
}
