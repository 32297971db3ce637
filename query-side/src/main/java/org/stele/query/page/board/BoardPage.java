package org.stele.query.page.board;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.query.page.BoardLayer;
import org.stele.query.page.ExportLinks;
import org.stele.query.page.StatusStyle;
import org.stele.query.page.ViewForm;
import org.stele.web.page.Frame;
import org.stele.web.page.Messages;

/**
 * The board for one view, prepared for its template.
 *
 * @param cards how many States have each style
 * @param wideChart the chart for wide screens; null when no State had stated a figure
 * @param narrowChart the same for telephones
 * @param notShown the names of States that are left out, because their stored rows cannot be trusted; usually empty
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
        ExportLinks exports,
        boolean demo) {

    /** One of several links to the same page in another view. */
    public record Choice(String text, String link, boolean chosen) {}

    /** The number of States with one style. */
    public record Card(StatusStyle look, String words, int count) {}

    /** One State in the table. */
    public record Row(BoardState placed, List<Cell> statuses, List<String> flags) {}

    /** One status in the table; {@code look} is its style in that obligation's own layer. */
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
