package org.stele.web.problem;

import jakarta.servlet.http.HttpServletRequest;

/** The page that a person sees when something failed. Without a bean of this type, problems are JSON everywhere. */
public interface ErrorPage {

    /** The whole document as HTML. It must not fail: there is no further fallback. */
    String render(Problem problem, HttpServletRequest request);
}
