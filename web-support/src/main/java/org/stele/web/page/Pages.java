package org.stele.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/**
 * The templates of all modules of this application, precompiled.
 *
 * <p>Each module compiles its own templates and those it shares; where two have the same one, the first answers.
 */
public final class Pages {

    private static final String HTML = "text/html;charset=UTF-8";

    private final List<TemplateEngine> engines;

    public Pages(List<PageModule> modules) {
        engines = modules.stream().map(Pages::engine).toList();
    }

    private static TemplateEngine engine(PageModule module) {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, Pages.class.getClassLoader(), module.templates());
    }

    /** The page as an answer of status 200. */
    public View render(String template, Object page) {
        return render(template, page, HttpStatus.OK);
    }

    /** The same with an entity tag. */
    public View render(String template, Object page, String tag) {
        View view = render(template, page);
        return (model, request, response) -> {
            response.setHeader(HttpHeaders.ETAG, tag);
            view.render(model, request, response);
        };
    }

    /** The same page, which no browser keeps. */
    public static View unkept(View view) {
        return (model, request, response) -> {
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            view.render(model, request, response);
        };
    }

    /** The answer that the reader already has the page with this tag (304). */
    public View notModified(String tag) {
        return (model, request, response) -> {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            response.setHeader(HttpHeaders.ETAG, tag);
            withCaching(response);
        };
    }

    private static void withCaching(HttpServletResponse response) {
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    /** The page as an answer of another status. */
    public View render(String template, Object page, HttpStatus status) {
        return (model, request, response) -> {
            byte[] body = text(template, page).getBytes(StandardCharsets.UTF_8);
            response.setStatus(status.value());
            response.setContentType(HTML);
            withCaching(response);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        };
    }

    /**
     * The whole page as text: rendered before the first byte is sent, so that a failure can still become an error page.
     */
    public String text(String template, Object page) {
        StringOutput output = new StringOutput(32_768);
        engineOf(template).render(template, page, new SeenOutput(output));
        return output.toString();
    }

    private TemplateEngine engineOf(String template) {
        return engines.stream()
                .filter(engine -> engine.hasTemplate(template))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No module has the template %s; is its PageModule a bean?".formatted(template)));
    }
}
