package org.stele.web.page;

import org.jspecify.annotations.Nullable;

/**
 * The frame of every page: its title, language and section.
 *
 * @param title the first heading, without the product's name
 * @param current the section that the page belongs to; null for an error
 * @param point what the page shows; null for a page that shows no view
 * @param lasting a permanent address of this view; null where this is it, and without a view
 * @param ledgerHead the position of the ledger's last event when the page was made; null when it is not known
 */
public record Frame(
        Messages messages,
        Assets assets,
        String title,
        @Nullable Section current,
        @Nullable ViewPoint point,
        @Nullable String lasting,
        @Nullable Long ledgerHead) {

    public String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /** The address of a section that keeps the reader's view. */
    public String link(Section section) {
        return section.link(point);
    }

    /** The view in words, such as "as of 22 December 2019, known on the same day". */
    public String viewLine() {
        if (point == null) {
            return "";
        }
        String effective = messages.date(point.effectiveOn());
        return point.knowsTheSameDay()
                ? text("view.same-day", effective)
                : text("view.two-days", effective, messages.date(point.knownOn()));
    }
}
