package org.stele.web.page;

import org.jspecify.annotations.Nullable;

/** One entry of the navigation. */
public enum Section {
    BOARD("/", "nav.board"),
    EVENTS("/events", "nav.events");

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

    /** Its address seen from a view; without one, that of today. */
    String link(@Nullable Permalink point) {
        return point == null ? path : point.link(path);
    }
}
