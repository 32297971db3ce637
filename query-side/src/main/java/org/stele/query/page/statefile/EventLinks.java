package org.stele.query.page.statefile;

import org.stele.events.MemberState;
import org.stele.web.page.ViewPoint;

/** The addresses of a State's events, each alone on a page, in the reader's view. */
record EventLinks(ViewPoint point, MemberState state) {

    String of(long position) {
        return point.link("/events", "state", state.iso3(), "after", Long.toString(position - 1), "limit", "1");
    }
}
