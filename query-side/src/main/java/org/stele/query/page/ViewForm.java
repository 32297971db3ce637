package org.stele.query.page;

import java.util.List;
import java.util.Map;
import org.stele.web.page.ViewPoint;

/**
 * The form that selects another view of the same page.
 *
 * @param action the page's path
 * @param hidden further parameters of the address, such as the layer
 * @param ledgerHead the greatest tree size that can be selected
 */
public record ViewForm(
        String action, String legend, ViewPoint point, long ledgerHead, List<Map.Entry<String, String>> hidden) {

    public ViewForm {
        hidden = List.copyOf(hidden);
    }
}
