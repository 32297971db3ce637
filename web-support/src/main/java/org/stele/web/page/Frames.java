package org.stele.web.page;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The frames of all pages: they share one set of assets and the languages. */
public final class Frames {

    private final Languages languages;
    private final Assets assets;
    private final Supplier<@Nullable Visitor> visitors;

    /** @param visitors who looks at the page that is being made; null where the application has no sign-in */
    public Frames(Languages languages, Assets assets, Supplier<@Nullable Visitor> visitors) {
        this.visitors = visitors;
        this.languages = languages;
        this.assets = assets;
    }

    /** The messages for a reader whose browser sent this header. */
    public Messages messages(@Nullable String acceptLanguage) {
        return languages.preferred(acceptLanguage);
    }

    /** Who looks at the page that is being made; null where the application has no sign-in. */
    public @Nullable Visitor visitor() {
        return visitors.get();
    }

    /**
     * A page that shows a view of the ledger.
     *
     * @param lasting a permanent address of the view; null where the request used it
     * @param otherAudience the address of the page for the other audience of its reader; null where there is none
     */
    public Frame of(
            Messages messages,
            String title,
            @Nullable Section current,
            ViewPoint point,
            @Nullable String lasting,
            @Nullable String otherAudience,
            long ledgerHead) {
        return new Frame(messages, assets, title, current, point, lasting, otherAudience, visitors.get(), ledgerHead);
    }

    /** A page that shows no view: a form, a receipt or an error. */
    public Frame of(Messages messages, String title, @Nullable Section current) {
        return new Frame(messages, assets, title, current, null, null, null, visitors.get(), null);
    }
}
