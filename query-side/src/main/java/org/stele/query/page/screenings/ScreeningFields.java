package org.stele.query.page.screenings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.Nationality;
import org.stele.events.screening.ScreenerSettings;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.query.page.RecordField;
import org.stele.statefile.screening.ScreeningReading;
import org.stele.statefile.screening.ScreeningReading.Verdict;
import org.stele.statefile.screening.ScreeningResult;
import org.stele.statefile.screening.ScreeningStep;
import org.stele.web.page.Messages;

/** The named values of a part of one screening, while they are collected. */
final class ScreeningFields {

    private final Messages messages;
    private final ScreeningWords words;
    private final List<RecordField> all = new ArrayList<>();

    ScreeningFields(Messages messages, ScreeningWords words) {
        this.messages = messages;
        this.words = words;
    }

    List<RecordField> all() {
        return all;
    }

    void text(String key, @Nullable String value) {
        linked(key, value, null);
    }

    void day(String key, Instant instant) {
        text(key, words.day(instant));
    }

    private void linked(String key, @Nullable String value, @Nullable String link) {
        if (value != null && !value.isBlank()) {
            all.add(new RecordField(messages.text(key), value, link));
        }
    }

    private void screening(String key, @Nullable FilingId id) {
        if (id != null) {
            linked(key, words.name(id), words.link(id));
        }
    }

    /** Who is screened, for what and why. */
    List<RecordField> subject(ScreeningReading one, @Nullable FilingId supersededBy) {
        text("screening.subject", words.stated(one.subject()));
        text("screening.subject.kind", words.of("subject", one.subjectKind()));
        text("screening.question", words.of("screening.question", one.question()));
        text("screening.trigger", words.of("screening.trigger", one.trigger()));
        day("screening.begun", one.begunAt());
        text("screening.id", one.id().toString());
        screening("screening.superseded-by", supersededBy);
        if (one.failure() != null) {
            text("screening.failed", one.failure().event().reasonCode());
            text("screening.failed.detail", one.failure().event().detail());
        }
        return all;
    }

    /** What the screener searched, and with what. */
    List<RecordField> result(ScreeningResult result) {
        ScreenerSettings settings = result.settings();
        Sha256Digest version = result.listVersion();
        day("screening.screened", result.recordedAt());
        text("screening.setting.screener", result.screener().name());
        linked("screening.list", words.list(version), words.listLink(version));
        text("screening.setting.algorithm", words.stated(settings.algorithm()));
        text("screening.setting.version", words.stated(settings.version()));
        text("screening.setting.threshold", words.stated(settings.threshold()));
        text("screening.setting.cutoff", words.stated(settings.cutoff()));
        text("screening.setting.limit", words.stated(settings.limit()));
        text(
                "screening.setting.weights",
                settings.weights() == null
                        ? words.stated(null)
                        : settings.weights().hex());
        return all;
    }

    /** The last proposal as a whole, and what became of it. */
    List<RecordField> verdict(ScreeningReading one, ScreeningStep<ScreeningVerdictProposed> step) {
        ScreeningVerdictProposed proposal = step.event();
        text("screening.verdict", words.of("disposition", proposal.disposition()));
        text("screening.standing", messages.text("screening.standing." + standing(one)));
        text("screening.reason", proposal.reasonCode());
        text("screening.rationale", proposal.rationale());
        if (proposal.sealed() != null) {
            linked("screening.sealed", messages.text("screening.sealed.means"), "/sealed/" + step.position());
        }
        nationality(proposal.nationality());
        text("screening.valid", proposal.validUntil() == null ? null : messages.date(proposal.validUntil()));
        screening("screening.supersedes", proposal.supersedes());
        day("screening.proposed", step.recordedAt());
        text("screening.proposed.by", words.by(Role.SCREENING_ANALYST, proposal.analyst()));
        if (one.verdict() != null) {
            confirmed(one.verdict(), step);
        }
        return all;
    }

    private void confirmed(Verdict verdict, ScreeningStep<ScreeningVerdictProposed> last) {
        if (verdict.proposal() == null || verdict.proposal().position() != last.position()) {
            text("screening.confirmed.verdict", words.of("disposition", verdict.disposition()));
        }
        day("screening.confirmed", verdict.confirmation().recordedAt());
        text(
                "screening.confirmed.by",
                words.by(Role.SCREENING_REVIEWER, verdict.confirmation().event().reviewer()));
    }

    private static String standing(ScreeningReading one) {
        return switch (one.status()) {
            case CONFIRMED -> "CONFIRMED";
            case RETURNED -> "RETURNED";
            case REOPENED -> "REOPENED";
            case REQUESTED, FAILED, NO_HIT, HITS_FOUND -> "EARLIER";
            case PROPOSED -> "PROPOSED";
        };
    }

    private void nationality(@Nullable Nationality nationality) {
        if (nationality != null) {
            text("screening.nationality.claimed", nationality.claimed());
            text("screening.nationality.documented", nationality.documented());
            text("screening.nationality.assessed", nationality.assessed());
        }
    }
}
