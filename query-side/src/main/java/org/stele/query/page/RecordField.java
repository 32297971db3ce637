package org.stele.query.page;

import org.jspecify.annotations.Nullable;

/**
 * One named value of a record.
 *
 * @param link where its value leads; null where it leads nowhere
 */
public record RecordField(
        String name, String value, @Nullable String link) {

    public static RecordField of(String name, String value) {
        return new RecordField(name, value, null);
    }

    /** Whether the link leads to another site. */
    public boolean isElsewhere() {
        return link != null && !link.startsWith("/");
    }
}
