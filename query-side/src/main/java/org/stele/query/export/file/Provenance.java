package org.stele.query.export.file;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a sheet comes from, and how a reader checks that: it is the same for the same view, whenever and wherever it is made.
 *
 * @param asOf the last day of knowledge, which a file that must carry a date is dated with
 */
public record Provenance(LocalDate asOf, List<Fact> facts) {

    /** The name of the fact that says at which address the view is. */
    public static final String ADDRESS = "address";

    /**
     * One thing to know about a view.
     *
     * @param name for programs
     * @param label for people
     * @param inRows whether each row of a file without any other place for it carries it
     */
    public record Fact(String name, String label, Cell cell, boolean inRows) {

        /** One that identifies the view. */
        public static Fact of(String name, String label, @Nullable Object value) {
            return new Fact(name, label, Cell.of(value), true);
        }

        /** One that explains. */
        public static Fact note(String name, String label, @Nullable Object value) {
            return new Fact(name, label, Cell.of(value), false);
        }
    }

    public Provenance {
        facts = List.copyOf(facts);
    }
}
