package org.stele.command.repatriation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.rules.Codes;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.SubjectRef;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeBasis;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;
import org.stele.events.seal.Seals;

/** The rules for the content of a notice, for the outcome of a departure, and for what is sealed of it. */
public final class NoticeRules {

    public static final int MAX_SUBJECTS = 1_000;
    /** The destination where the State does not name one. */
    public static final String NOT_STATED = "XXX";

    /** What a destination is, for messages. */
    public static final String DESTINATION =
            "Expected the ISO 3166-1 alpha-3 code of a country, such as PRK, or XXX where it is not stated.";

    private static final String HOME = "PRK";
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);

    private NoticeRules() {}

    /** The destination with this code, or empty where there is none. */
    public static Optional<String> findDestination(String code) {
        return COUNTRIES.contains(code) || code.equals(NOT_STATED) ? Optional.of(code) : Optional.empty();
    }

    /** The content with the outcome derived from the destination. */
    public static NoticeContent content(
            PersonsCategory category,
            PersonsCount count,
            List<SubjectRef> subjects,
            PartialDate departed,
            String destination,
            Mode mode,
            @Nullable NoticeBasis basis,
            @Nullable String visaClass,
            @Nullable String sector) {
        return new NoticeContent(
                category,
                count,
                subjects,
                null,
                departed,
                destination,
                outcome(destination),
                mode,
                basis,
                visaClass,
                sector);
    }

    /**
     * The content as it is recorded: the references to persons, if there are any, each under the key of its person.
     *
     * @param by names the command: the id of what it creates
     */
    public static NoticeContent sealed(FilingId by, NoticeContent content, FilingId notice, Seals seals) {
        if (content.subjects().isEmpty()) {
            return content;
        }
        return new NoticeContent(
                content.category(),
                content.count(),
                List.of(),
                seals.sealReferences(by, content.subjects(), notice),
                content.departed(),
                content.destination(),
                content.outcome(),
                content.mode(),
                content.basis(),
                content.visaClass(),
                content.sector());
    }

    public static void require(CommandContext entry, NoticeContent content) {
        Rejected.unlessAll(
                () -> entry.requireNotFuture("departed", content.departed()),
                () -> requireSubjects(content.subjects()),
                () -> requireDestination(content),
                () -> requireCode("visaClass", content.visaClass()),
                () -> requireCode("sector", content.sector()));
    }

    private static void requireCode(String field, @Nullable String code) {
        if (code != null) {
            Codes.require(field, code);
        }
    }

    private static void requireSubjects(List<SubjectRef> subjects) {
        if (subjects.size() > MAX_SUBJECTS) {
            throw Rejected.malformed(
                    "subjects",
                    String.format(
                            Locale.ROOT,
                            "Expected at most %,d references, got %,d. Give notice in parts.",
                            MAX_SUBJECTS,
                            subjects.size()));
        }
        if (new HashSet<>(subjects).size() < subjects.size()) {
            throw Rejected.malformed("subjects", "Expected each reference once; some are repeated.");
        }
    }

    private static void requireDestination(NoticeContent content) {
        String destination = content.destination();
        if (findDestination(destination).isEmpty()) {
            throw Rejected.malformed("destination", DESTINATION);
        }
        if (content.outcome() != outcome(destination)) {
            throw Rejected.malformed(
                    "outcome", "A departure to %s is %s.".formatted(destination, outcome(destination)));
        }
    }

    private static Outcome outcome(String destination) {
        return destination.equals(HOME) ? Outcome.REPATRIATED : Outcome.DEPARTED_NOT_REPATRIATED;
    }
}
