package org.stele.command.attestation;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.attestation.CommitteeDocument;

/** The rules for what is stated of a document. Its days may contradict each other: they are recorded as stated (rules, P1). */
public final class Documents {

    private Documents() {}

    /** Refuses what may not be stated. An absent document passes. */
    public static void require(CommandContext entry, @Nullable StatedDocument document) {
        if (document == null) {
            return;
        }
        Rejected.unlessAll(
                () -> FreeText.require("document.symbol", document.symbol(), FreeText.MAX_REFERENCE),
                () -> FreeText.require("document.follows", document.follows(), FreeText.MAX_REFERENCE),
                () -> entry.requireNotFuture("document.submitted", document.submitted()),
                () -> requireOfCommittee(entry, document));
        committeeDays(document).forEach(entry::requireNotFuture);
    }

    private static void requireOfCommittee(CommandContext entry, StatedDocument document) {
        if (entry.isByRegistrar()) {
            return;
        }
        if (document.symbol() != null) {
            throw Rejected.rule(
                    "document.symbol",
                    "symbol-not-allowed",
                    "The Committee gives the symbol, and a registrar states it. Leave it out.");
        }
        committeeDays(document).keySet().stream().findFirst().ifPresent(field -> {
            throw Rejected.rule(
                    field,
                    "date-not-allowed",
                    "Only a registrar states the Committee's days. Leave %s out.".formatted(field));
        });
    }

    /** The stated days of what the Committee did with it, by field. */
    private static SortedMap<String, PartialDate> committeeDays(StatedDocument document) {
        SortedMap<String, PartialDate> days = new TreeMap<>();
        document.texts().forEach((language, day) -> days.put("document.texts." + language, day));
        if (document.onPage() != null) {
            days.put("document.onPage", document.onPage());
        }
        if (document.reissued() != null) {
            days.put("document.reissued", document.reissued());
        }
        return days;
    }

    /**
     * The document as events hold it; null where none is stated. It keeps the id that the filing gave it; else its symbol
     * identifies it, so that what several commands state of one document is found together.
     *
     * @param known the id that the filing gave it; null where it named no document
     */
    public static @Nullable CommitteeDocument of(
            CommandContext entry, MemberState owner, @Nullable StatedDocument stated, @Nullable FilingId known) {
        if (stated == null) {
            return null;
        }
        String symbol = stated.symbol();
        if (known != null) {
            return stated.toDocument(known);
        }
        return stated.toDocument(
                symbol == null
                        ? entry.created("document")
                        : FilingId.named(String.join("\n", "document", owner.iso3(), symbol)));
    }
}
