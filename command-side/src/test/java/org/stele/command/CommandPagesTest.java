package org.stele.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.web.page.Assets;
import org.stele.web.page.ErrorView;
import org.stele.web.page.Frames;
import org.stele.web.page.Languages;
import org.stele.web.page.Pages;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class CommandPagesTest {

    @Test
    void a_shared_template_is_compiled_into_this_module_and_escapes_what_it_is_given() {
        var modules = List.of(CommandPages.MODULE);
        var languages = new Languages(modules);
        var frame = new Frames(languages, new Assets(), () -> null).of(languages.english(), "Not <here>", null);

        String html = new Pages(modules).text("layout/error.jte", new ErrorView(frame, 404, "<b>", List.of(), "&"));

        assertThat(html).contains("<h1>Not &lt;here&gt;</h1>", "&lt;b&gt;").doesNotContain("<b>");
    }
}
