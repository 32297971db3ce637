package org.stele.command.importing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A kind of file that can be imported: the meaning of its rows, and its columns. */
public enum ImportKind {
    /** A row is an attestation that the Committee received, and whether it is published. */
    FILINGS("""
            iso3 state obligation received_from received_to published_on baseline_count baseline_basis repatriated_count \
            remaining_count remaining_as_of period_from period_to figures_derived declared_nil text_withheld \
            asserts_more_than_half explanation summary source_title source_address confidence""", Set.of("published_on")),
    /** A row is a claim that some persons may stay, with its dispute, if there is one. */
    CLAIMS("""
            iso3 state claim_kind ground count effective_on claimed_from claimed_to disputed_from disputed_to disputed_by \
            summary source_title source_address confidence""", Set.of()),
    /** A row is a statement from outside the State's filings. */
    EVIDENCE("""
            iso3 state as_of_from as_of_to received_from received_to kind figure measure contests statement source_address \
            confidence confidential""", Set.of("measure", "confidential")),
    /** A row is a notice that persons left. */
    NOTICES("""
            iso3 state category count departed destination mode received_from received_to summary source_title \
            source_address confidence basis visa sector""", Set.of("state", "basis", "visa", "sector")),
    /** A row is a declaration of how many workers there were on a day. */
    BASELINES(
            "iso3 state count basis on received_from received_to summary source_title source_address confidence",
            Set.of("state")),
    /** A row is an arrival of persons. */
    ARRIVALS(
            "iso3 state category count arrived received_from received_to summary source_title source_address confidence",
            Set.of("state"));

    private final List<String> columns;
    private final Set<String> optional;

    ImportKind(String columns, Set<String> optional) {
        this.columns = List.of(columns.split(" "));
        this.optional = optional;
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

    /** All columns of the header line, in any order; a file has each once, but those that may be left out. */
    public List<String> columns() {
        return columns;
    }

    /** Whether a file without the column is right: its cells then read as blank. */
    public boolean mayLeaveOut(String column) {
        return optional.contains(column);
    }

    /** The columns that every file has. */
    List<String> requiredColumns() {
        return columns.stream().filter(column -> !mayLeaveOut(column)).toList();
    }
}
