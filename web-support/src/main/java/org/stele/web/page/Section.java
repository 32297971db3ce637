package org.stele.web.page;

import org.jspecify.annotations.Nullable;

/** One entry of the navigation. */
public enum Section {
    BOARD("/", "nav.board"),
    DUE("/due", "nav.due"),
    SCREENINGS("/screenings", "nav.screenings"),
    LIST_VERSIONS("/list-versions", "nav.list-versions"),
    EVENTS("/events", "nav.events"),
    FILE("/file", "nav.file");

    private final String path;
    private final String words;

    Section(String path, String words) {
        this.path = path;
        this.words = words;
    }

    public String path() {
        return path;
    }

    /** The key of its name. */
    public String words() {
        return words;
    }

    /** Its address from a view; filing always happens today, so its address carries no view. */
    String link(@Nullable ViewPoint point) {
        return point == null || this == FILE ? path : point.link(path);
    }
}
