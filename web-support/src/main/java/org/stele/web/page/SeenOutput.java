package org.stele.web.page;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import org.jspecify.annotations.Nullable;
import org.stele.web.text.Text;

/**
 * Writes a page without invisible characters: an older ledger may hold texts with such characters, which are marked.
 */
final class SeenOutput extends OwaspHtmlTemplateOutput {

    SeenOutput(TemplateOutput page) {
        super(page);
    }

    @Override
    public void writeUserContent(@Nullable String value) {
        super.writeUserContent(value == null ? null : Text.marked(value));
    }
}
