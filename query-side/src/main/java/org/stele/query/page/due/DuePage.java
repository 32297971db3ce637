package org.stele.query.page.due;

import java.util.List;
import org.stele.query.page.ExportLinks;
import org.stele.query.page.Listing;
import org.stele.query.page.ViewForm;
import org.stele.web.page.Frame;

/**
 * What is due of all States, prepared for its template.
 *
 * @param notes what the list lacks, in words
 */
public record DuePage(
        Frame frame, ViewForm form, ExportLinks exports, List<String> notes, Listing<Row> rows, boolean demo) {

    /**
     * One thing that is due.
     *
     * @param link to the State's file, where its things that are due stand
     * @param days how many are left or past, in words; empty where it has no day
     */
    public record Row(String state, String link, String what, String obligation, String days, String settles) {}

    public DuePage {
        notes = List.copyOf(notes);
    }

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }
}
