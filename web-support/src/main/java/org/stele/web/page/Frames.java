package org.stele.web.page;

import org.jspecify.annotations.Nullable;

/** The frames of all pages: they share one set of assets and the languages. */
public final class Frames {

    private final Languages languages;
    private final Assets assets;

    public Frames(Languages languages, Assets assets) {
        this.languages = languages;
        this.assets = assets;
    }

    /** The words for a reader whose browser sent this header. */
    public Messages messages(@Nullable String acceptLanguage) {
        return languages.preferred(acceptLanguage);
    }

    /**
     * A page that shows a view of the ledger.
     *
     * @param lasting an address at which the view can be had again for ever; null where it was asked for by that
     */
    public Frame of(
            Messages messages,
            String title,
            @Nullable Section current,
            ViewPoint point,
            @Nullable String lasting,
            long ledgerHead) {
        return new Frame(messages, assets, title, current, point, lasting, ledgerHead);
    }

    /** A page that shows no view: a form, a receipt or an error. */
    public Frame of(Messages messages, String title, @Nullable Section current) {
        return new Frame(messages, assets, title, current, null, null, null);
    }
}
