package org.stele.query.page.board;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.query.page.BoardLayer;
import org.stele.query.page.StatusStyle;
import org.stele.query.page.ViewForm;
import org.stele.web.page.Frame;
import org.stele.web.page.Messages;

/**
 * The board for one view, ready to be read by its template.
 *
 * @param cards how many States have each look
 * @param wideChart the chart for wide screens; null when no State had stated a figure
 * @param narrowChart the same for telephones
 * @param notShown the names of States of which nothing is shown, because what is stored of them cannot be trusted; mostly empty
 */
public record BoardPage(
        Frame frame,
        BoardLayer show,
        ViewForm form,
        List<Choice> quickLinks,
        List<Choice> shows,
        List<Card> cards,
        TileGrid grid,
        WorldMap map,
        RemainingSeries series,
        @Nullable RemainingChart wideChart,
        @Nullable RemainingChart narrowChart,
        List<Row> rows,
        String notShown,
        boolean demo) {

    /** One link of several that lead to the same page in another view. */
    public record Choice(String text, String link, boolean chosen) {}

    /** How many States have one look. */
    public record Card(StatusStyle look, String words, int count) {}

    /** One State in the table. */
    public record Row(BoardState placed, List<Cell> statuses, List<String> flags) {}

    /** One status in the table; {@code look} is what that obligation's own view would show. */
    public record Cell(@Nullable StatusStyle look, String words) {}

    public BoardPage {
        quickLinks = List.copyOf(quickLinks);
        shows = List.copyOf(shows);
        cards = List.copyOf(cards);
        rows = List.copyOf(rows);
    }

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }

    public Messages messages() {
        return frame.messages();
    }
}
