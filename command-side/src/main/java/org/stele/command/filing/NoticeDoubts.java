package org.stele.command.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.events.repatriation.NoticeBasis;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;

/** Possible mistakes in one notice. */
final class NoticeDoubts {

    private static final LocalDate ADOPTION = Objects.requireNonNull(ObligationId.REPAT.opensOn());

    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{5}");

    private NoticeDoubts() {}

    static List<Doubt> of(MemberState state, NoticeContent content) {
        List<Doubt> doubts = new ArrayList<>();
        if (content.count().value() == 0) {
            doubts.add(Doubt.of("count", "nobody-left"));
        }
        if (content.departed().lastDay().isBefore(ADOPTION)) {
            doubts.add(Doubt.of("departed", "before-adoption", content.departed()));
        }
        if (content.destination().equals(state.iso3())) {
            doubts.add(Doubt.of("destination", "stayed"));
        }
        if (content.basis() == NoticeBasis.ARRIVED && content.outcome() != Outcome.REPATRIATED) {
            doubts.add(Doubt.of("basis", "arrived-elsewhere"));
        }
        ofOnePerson(content.visaClass()).ifPresent(code -> doubts.add(Doubt.of("visaClass", "one-visa", code)));
        ofOnePerson(content.sector()).ifPresent(code -> doubts.add(Doubt.of("sector", "one-permit", code)));
        return doubts;
    }

    /** A code with a long number in it may be of a document, and so of one person, instead of a class. */
    private static Optional<String> ofOnePerson(@Nullable String code) {
        return Optional.ofNullable(code)
                .filter(stated -> LONG_NUMBER.matcher(stated).find());
    }
}
