package org.stele.query.page.screenings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.query.page.ExportLinks;
import org.stele.query.page.Listing;
import org.stele.query.page.ViewForm;
import org.stele.web.page.Frame;

/**
 * One of the three lists of screenings, prepared for its template.
 *
 * @param note who is shown what, for a reader who is not shown all; empty otherwise
 * @param unread that events cannot be read and are left out; empty where there are none
 * @param columns their headings: the first is that of the row
 * @param exports null for a list that is no export
 */
public record ScreeningsPage(
        Frame frame,
        String lead,
        List<Tab> tabs,
        ViewForm form,
        String note,
        String unread,
        List<String> columns,
        Listing<Row> rows,
        @Nullable ExportLinks exports,
        boolean demo) {

    /** One of the lists, and whether it is this one. */
    public record Tab(String text, String link, boolean chosen) {}

    /**
     * One row.
     *
     * @param name of the screening, which links to its page
     * @param under the State
     * @param cells one for each further column; an empty one where nothing belongs there
     */
    public record Row(String name, String link, String under, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    public ScreeningsPage {
        tabs = List.copyOf(tabs);
        columns = List.copyOf(columns);
    }

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }
}
