package org.stele.web.problem;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What a person sees in place of a page when something went wrong. Without a bean of this type, problems are JSON
 * everywhere.
 */
public interface ErrorPage {

    /** The whole document as HTML. It must not fail: there is nothing behind it. */
    String render(Problem problem, HttpServletRequest request);
}
