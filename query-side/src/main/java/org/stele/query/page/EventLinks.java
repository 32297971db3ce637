package org.stele.query.page;

import org.stele.web.page.ViewPoint;

/** The addresses of events, each on a page of its own, in the reader's view. */
public record EventLinks(ViewPoint point) {

    public String of(long position) {
        return point.link("/events/" + position);
    }
}
