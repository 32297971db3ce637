package org.stele.web.page;

import java.util.List;

/**
 * A refusal or failure as a page.
 *
 * @param details sentences on this request; empty when there is nothing to add
 */
public record ErrorView(Frame frame, int status, String explanation, List<String> details, String next) {

    public ErrorView {
        details = List.copyOf(details);
    }
}
