package org.stele.query.page.screenings;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stele.events.screening.CaseEvent;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningFailed;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.ScreeningVerdictReturned;
import org.stele.eventstore.event.StoredEvent;
import org.stele.query.page.EventLinks;
import org.stele.query.page.screenings.ScreeningPage.Step;
import org.stele.statefile.screening.ScreeningStep;
import org.stele.web.page.Messages;
import org.stele.web.page.ViewPoint;

/** Presents the events of one screening: what happened, when, and who did it. */
final class StepPresenter {

    private final Messages messages;
    private final ViewPoint point;
    private final ScreeningWords words;

    StepPresenter(Messages messages, ViewPoint point, ScreeningWords words) {
        this.messages = messages;
        this.point = point;
        this.words = words;
    }

    Step step(ScreeningStep<?> step, StoredEvent stored) {
        CaseEvent event = step.event();
        return new Step(
                messages.text("screening.step." + event.getClass().getSimpleName()),
                Objects.requireNonNullElse(detail(event), ""),
                messages.instant(step.recordedAt()),
                event instanceof ScreeningReopened ? messages.text("role.program") : words.by(stored.metadata()),
                messages.text("entry", step.position()),
                new EventLinks(point).of(step.position()));
    }

    private @Nullable String detail(CaseEvent event) {
        return switch (event) {
            case ScreeningRequested e -> words.of("screening.trigger", e.trigger());
            case ScreeningHitsRecorded e ->
                messages.text("screening.candidates.found", e.candidates().size());
            case ScreeningClearedWithoutHit e ->
                messages.text("screening.candidates.found", e.candidates().size());
            case ScreeningFailed e -> e.reasonCode();
            case ScreeningVerdictProposed e -> words.of("disposition", e.disposition());
            case ScreeningVerdictConfirmed e -> words.of("disposition", e.disposition());
            case ScreeningVerdictReturned e -> e.reason();
            case ScreeningReopened e -> reopened(e);
        };
    }

    /** Why no verdict stands any more. */
    String reopened(ScreeningReopened event) {
        String why = words.of("screening.reopened.for", event.cause());
        return event.entries().isEmpty()
                ? why
                : messages.text(
                        "screening.reopened.entries",
                        why,
                        String.join(", ", event.entries()),
                        words.list(event.listVersion()));
    }
}
