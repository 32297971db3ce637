package org.stele.statefile.across;

import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stele.events.EventJson;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.Sealed;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.RepatriationNoticeCorrected;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.events.repatriation.RepatriationNoticeWithdrawn;
import org.stele.events.screening.CaseEvent;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.statefile.LedgerEvent;
import org.stele.statefile.filed.Filed;

/** The rule as it is written, over the events alone: each filing is looked at from the first event on, and compared with each other. */
final class SlowModel {

    private final List<LedgerEvent> events;
    private final LocalDate effectiveOn;
    private final LocalDate knownOn;

    SlowModel(List<LedgerEvent> events, LocalDate effectiveOn, LocalDate knownOn) {
        this.events = events;
        this.effectiveOn = effectiveOn;
        this.knownOn = knownOn;
    }

    /** @param leftFor where its persons went, unless home */
    private record One(MemberState state, FilingId id, long filedAt, Set<String> subjects, String leftFor) {}

    Set<String> pairs() {
        List<One> inView = new ArrayList<>();
        for (LedgerEvent event : events) {
            One one = switch (event.event()) {
                case RepatriationNoticeRecorded first -> notice(event, first);
                case ScreeningRequested first -> verdict(event, first);
                default -> null;
            };
            if (one != null) {
                inView.add(one);
            }
        }
        Set<String> pairs = new TreeSet<>();
        for (One a : inView) {
            for (One b : inView) {
                boolean isSame = a.subjects().stream().anyMatch(b.subjects()::contains);
                boolean isElsewhere = a.leftFor().equals(b.state().iso3())
                        || b.leftFor().equals(a.state().iso3());
                if (a.filedAt() < b.filedAt() && a.state() != b.state() && isSame && !isElsewhere) {
                    for (MemberState state : List.of(a.state(), b.state())) {
                        pairs.add("%s %s %s"
                                .formatted(
                                        state.iso3(),
                                        a.id().value().getLeastSignificantBits(),
                                        b.id().value().getLeastSignificantBits()));
                    }
                }
            }
        }
        return pairs;
    }

    private @Nullable One notice(LedgerEvent event, RepatriationNoticeRecorded first) {
        if (isLate(first.received())) {
            return null;
        }
        NoticeContent content = first.content();
        PartialDate received = first.received();
        PartialDate withdrawn = null;
        for (LedgerEvent later : events) {
            if (later.event() instanceof RepatriationNoticeCorrected next
                    && next.notice().equals(first.notice())
                    && !isLate(next.received())) {
                content = next.content();
                received = next.received();
            }
            if (later.event() instanceof RepatriationNoticeWithdrawn end
                    && end.notice().equals(first.notice())) {
                withdrawn = end.received();
            }
        }
        LocalDate departed = content.departed().lastDay();
        LocalDate day = departed.isBefore(received.lastDay()) ? departed : received.lastDay();
        Sealed sealed = content.sealedSubjects();
        if ((withdrawn != null && !isLate(withdrawn))
                || day.isAfter(effectiveOn)
                || content.category() != PersonsCategory.WORKER
                || sealed == null) {
            return null;
        }
        String leftFor = content.destination().equals("PRK") ? "" : content.destination();
        return new One(first.memberState(), first.notice(), event.position(), opened(sealed, first.notice()), leftFor);
    }

    private boolean isLate(PartialDate received) {
        return received.lastDay().isAfter(knownOn);
    }

    private static Set<String> opened(Sealed sealed, FilingId notice) {
        try {
            return Set.of(EventJson.MAPPER.readValue(Filed.KEY.open(sealed, notice), String[].class));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private @Nullable One verdict(LedgerEvent event, ScreeningRequested first) {
        LocalDate confirmed = null;
        boolean superseded = false;
        for (LedgerEvent step : events) {
            if (step.recordedOn().isAfter(knownOn) || !(step.event() instanceof CaseEvent of)) {
                continue;
            }
            if (of.screening().equals(first.screening())) {
                confirmed = switch (of) {
                    case ScreeningVerdictConfirmed _ -> step.recordedOn();
                    case ScreeningReopened _ -> null;
                    default -> confirmed;
                };
            }
            superseded |= of instanceof ScreeningVerdictConfirmed
                    && of.memberState() == first.memberState()
                    && first.screening().equals(superseding(of.screening(), step.position()));
        }
        return confirmed == null || superseded || confirmed.isAfter(effectiveOn)
                ? null
                : new One(
                        first.memberState(),
                        first.screening(),
                        event.position(),
                        Set.of(first.subject().toString()),
                        "");
    }

    /** What the last proposal before a position says that the verdict of a screening replaces. */
    private @Nullable FilingId superseding(FilingId screening, long before) {
        return events.stream()
                .filter(event -> event.position() < before)
                .map(LedgerEvent::event)
                .filter(ScreeningVerdictProposed.class::isInstance)
                .map(ScreeningVerdictProposed.class::cast)
                .filter(proposed -> proposed.screening().equals(screening))
                .reduce((_, last) -> last)
                .map(last -> Objects.requireNonNullElse(last.supersedes(), Filings.id(-1)))
                .orElse(null);
    }
}
