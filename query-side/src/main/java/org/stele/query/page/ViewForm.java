package org.stele.query.page;

import java.util.List;
import java.util.Map;
import org.stele.web.page.ViewPoint;

/**
 * The form that selects another view of the same page.
 *
 * @param action the page's path
 * @param choices lists to choose from beside the view, such as the State
 * @param hidden further parameters of the address, such as the layer
 * @param ledgerHead the greatest tree size that can be selected
 */
public record ViewForm(
        String action,
        String legend,
        ViewPoint point,
        long ledgerHead,
        List<Options> choices,
        List<Map.Entry<String, String>> hidden) {

    public ViewForm {
        choices = List.copyOf(choices);
        hidden = List.copyOf(hidden);
    }

    /** One that selects a view alone. */
    public ViewForm(
            String action, String legend, ViewPoint point, long ledgerHead, List<Map.Entry<String, String>> hidden) {
        this(action, legend, point, ledgerHead, List.of(), hidden);
    }
}
