package org.stele.command.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.events.repatriation.NoticeContent;

/** Possible mistakes in one notice. */
final class NoticeDoubts {

    private static final LocalDate ADOPTION = Objects.requireNonNull(ObligationId.REPAT.opensOn());

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
        return doubts;
    }
}
