package org.stele.identity.page;

import java.util.List;
import org.stele.web.page.Frame;

/**
 * The page that shows secrets, once.
 *
 * @param about the beginning of the keys of its texts
 */
public record SecretsPage(Frame frame, String about, List<String> secrets) {

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }
}
