package org.stele.command.importing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A kind of file that can be imported: the meaning of its rows, and its columns. */
public enum ImportKind {
    /** A row is an attestation that the Committee received. */
    FILINGS(
            "iso3",
            "state",
            "obligation",
            "received_from",
            "received_to",
            "baseline_count",
            "baseline_basis",
            "repatriated_count",
            "remaining_count",
            "remaining_as_of",
            "period_from",
            "period_to",
            "figures_derived",
            "declared_nil",
            "text_withheld",
            "asserts_more_than_half",
            "explanation",
            "summary",
            "source_title",
            "source_address",
            "confidence"),
    /** A row is a claim that some persons may stay, with its dispute, if there is one. */
    CLAIMS(
            "iso3",
            "state",
            "claim_kind",
            "ground",
            "count",
            "effective_on",
            "claimed_from",
            "claimed_to",
            "disputed_from",
            "disputed_to",
            "disputed_by",
            "summary",
            "source_title",
            "source_address",
            "confidence"),
    /** A row is a statement from outside the State's filings. */
    EVIDENCE(
            "iso3",
            "state",
            "as_of_from",
            "as_of_to",
            "received_from",
            "received_to",
            "kind",
            "figure",
            "contests",
            "statement",
            "source_address",
            "confidence");

    private final List<String> columns;

    ImportKind(String... columns) {
        this.columns = List.of(columns);
    }

    /** The kind with this id, such as {@code filings}, or empty when there is none. */
    public static Optional<ImportKind> find(String id) {
        return Stream.of(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** The name used in addresses and answers. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The columns of the header line, each of which a file has once, in any order. */
    public List<String> columns() {
        return columns;
    }
}
