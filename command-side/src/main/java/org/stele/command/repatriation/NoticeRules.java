package org.stele.command.repatriation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.SubjectRef;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;

/** The rules for the content of a notice, and for the outcome of a departure. */
public final class NoticeRules {

    public static final int MAX_SUBJECTS = 1_000;
    /** The destination where the State does not name one. */
    public static final String NOT_STATED = "XXX";

    private static final String HOME = "PRK";
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);

    private NoticeRules() {}

    /** The content with the outcome derived from the destination. */
    public static NoticeContent content(
            PersonsCategory category,
            PersonsCount count,
            List<SubjectRef> subjects,
            PartialDate departed,
            String destination,
            Mode mode) {
        return new NoticeContent(
                category, count, subjects, null, departed, destination, outcome(destination), mode, null, null, null);
    }

    public static void require(CommandContext entry, NoticeContent content) {
        Rejected.unlessAll(
                () -> entry.requireNotFuture("departed", content.departed()),
                () -> requireSubjects(content.subjects()),
                () -> requireDestination(content));
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
        if (!COUNTRIES.contains(destination) && !destination.equals(NOT_STATED)) {
            throw Rejected.malformed(
                    "destination",
                    "Expected the ISO 3166-1 alpha-3 code of a country, such as PRK, or XXX where it is not stated.");
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
