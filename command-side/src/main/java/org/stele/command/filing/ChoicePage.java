package org.stele.command.filing;

import org.stele.web.page.Frame;

/** What can be filed by form. */
public record ChoicePage(Frame frame) {

    public FilingForm[] forms() {
        return FilingForm.values();
    }
}
