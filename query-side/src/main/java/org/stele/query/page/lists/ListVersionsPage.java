package org.stele.query.page.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.query.page.Listing;
import org.stele.query.page.RecordField;
import org.stele.query.page.ViewForm;
import org.stele.web.page.Frame;

/** The versions of the lists, prepared for their template. */
public record ListVersionsPage(Frame frame, ViewForm form, Listing<Version> versions, boolean demo) {

    /**
     * One version.
     *
     * @param anchor by which the pages of screenings link to it
     * @param held why it was held, with what each reason means; empty where it stood at once
     * @param delta how it differs from the version that stood before it; null for the first of a list
     */
    public record Version(
            String anchor,
            String heading,
            List<String> tags,
            List<RecordField> facts,
            List<RecordField> held,
            @Nullable Delta delta) {

        public Version {
            tags = List.copyOf(tags);
            facts = List.copyOf(facts);
            held = List.copyOf(held);
        }
    }

    /**
     * How a version differs.
     *
     * @param summary in words, with the counts
     * @param parts the references of each kind of difference; a kind without any is left out
     */
    public record Delta(String summary, List<RecordField> parts) {

        public Delta {
            parts = List.copyOf(parts);
        }
    }

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }
}
