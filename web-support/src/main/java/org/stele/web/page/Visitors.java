package org.stele.web.page;

/** Tells who looks at the page that is being made. An application without sign-in has none. */
public interface Visitors {

    /** The visitor of the request of this thread. */
    Visitor current();
}
