package org.stele.query.page;

import java.util.Locale;

/**
 * The style of a State on the board. Styles differ by mark as well as by colour, so that no information is carried by
 * colour alone.
 */
public enum StatusStyle {
    COMPLETE("#0b3d70"),
    LATE("#2f6fa8"),
    PROGRESS("#9ecbee"),
    UNCERTAIN("url(#fill-uncertain)"),
    DUE("#f4b83f"),
    OVERDUE("url(#fill-overdue)"),
    DISPUTED("url(#fill-disputed)"),
    NIL("url(#fill-nil)"),
    WITHHELD("url(#fill-withheld)"),
    NONE("#ffffff"),
    SENDING("#5d6673");

    private final String mapFill;

    StatusStyle(String mapFill) {
        this.mapFill = mapFill;
    }

    /** The CSS class of a tile, a swatch or a card. */
    public String cssClass() {
        return "look-" + name().toLowerCase(Locale.ROOT);
    }

    /** The mark, as the id of a symbol of {@code marks.jte}. */
    public String mark() {
        return "mark-" + name().toLowerCase(Locale.ROOT);
    }

    /** The fill of a shape on the map: a colour, or a pattern of {@code map.jte}. */
    public String mapFill() {
        return mapFill;
    }
}
