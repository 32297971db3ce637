package org.stele.events.screening;

/** In whose form a result came. */
public enum Screener {
    /** The product's own. */
    STELE,
    /** OpenSanctions' {@code POST /match}. */
    YENTE,
    /** Moov's {@code GET /v2/search}. */
    WATCHMAN
}
