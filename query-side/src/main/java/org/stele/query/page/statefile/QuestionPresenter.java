package org.stele.query.page.statefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.MonitoringBody;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.query.view.StateResult;
import org.stele.statefile.AnsweredDiscrepancy.Answer;
import org.stele.statefile.Attestation;
import org.stele.statefile.Clarification;
import org.stele.statefile.Days;
import org.stele.statefile.StateFile;
import org.stele.statefile.discrepancy.Discrepancy;
import org.stele.statefile.due.Due;
import org.stele.statefile.due.DueItem;
import org.stele.statefile.status.StateView;
import org.stele.web.page.Messages;

/** Presents what waits for an answer: what is due, questions about filings, and discrepancies. */
final class QuestionPresenter {

    private final Messages messages;
    private final LocalDate knownOn;
    private final RecordPresenter entries;

    QuestionPresenter(Messages messages, LocalDate knownOn, RecordPresenter entries) {
        this.messages = messages;
        this.knownOn = knownOn;
        this.entries = entries;
    }

    Stream<RecordCard> due(StateResult seen) {
        return Due.of(seen.file(), seen.view()).items().stream().map(this::due);
    }

    private RecordCard due(DueItem item) {
        RecordFields facts = entries.fields();
        if (item.obligation() != null) {
            facts.text("state.obligation", entries.obligation(item.obligation().id()));
        }
        if (item.days() != null) {
            facts.text("due.days." + item.code(), messages.number(item.days()));
        }
        facts.text("due.settles", messages.text("due.%s.settles".formatted(item.code())));
        return new RecordCard(messages.text("due." + item.code()), List.of(), facts.all());
    }

    Stream<RecordCard> clarifications(StateFile file) {
        return file.attestations().stream()
                .flatMap(attestation -> attestation.clarifications().stream()
                        .filter(question -> Days.isBy(question.requestedOn(), knownOn))
                        .map(question -> clarification(attestation, question)));
    }

    private RecordCard clarification(Attestation attestation, Clarification question) {
        RecordFields facts = entries.fields();
        facts.text("question.of", entries.obligation(attestation.obligation().id()));
        facts.text("question.by", question.question() == null ? messages.text("kept") : asker(question.askedBy()));
        facts.day("question.on", question.requestedOn());
        facts.words("question.text", question.question());
        List<Clarification.Answer> answers = question.answers().stream()
                .filter(answer -> Days.isBy(answer.providedOn(), knownOn))
                .toList();
        for (Clarification.Answer answer : answers) {
            facts.day("answer.on", answer.providedOn());
            facts.words("answer.text", answer.text());
        }
        String tag = messages.text(answers.isEmpty() ? "question.open" : "question.answered");
        return new RecordCard(messages.text("question"), List.of(tag), facts.all());
    }

    private String asker(@Nullable MonitoringBody body) {
        return messages.text(body == null ? "asker.CHAIR" : "asker." + body);
    }

    Stream<RecordCard> discrepancies(StateView view) {
        return Stream.concat(
                view.discrepancies().stream().map(this::discrepancy),
                view.notComputed().stream().map(this::notComputed));
    }

    private RecordCard notComputed(DiscrepancyCode code) {
        RecordFields facts = entries.fields();
        facts.text("discrepancy.means", messages.text("discrepancy.not-computed.means"));
        return new RecordCard(
                messages.text("discrepancy." + code), List.of(messages.text("discrepancy.not-computed")), facts.all());
    }

    private RecordCard discrepancy(Discrepancy discrepancy) {
        RecordFields facts = entries.fields();
        facts.text("discrepancy.means", messages.text("discrepancy.%s.means".formatted(discrepancy.code())));
        discrepancy
                .figures()
                .forEach((name, count) -> facts.text("discrepancy.figure." + name, messages.number(count)));
        facts.filing("discrepancy.filing", discrepancy.a());
        Discrepancy.Filing other = discrepancy.b();
        if (other != null && !other.equals(discrepancy.a())) {
            facts.filing("discrepancy.filing", other);
        }
        for (Answer answer : discrepancy.answers()) {
            facts.day("discrepancy.%s.on".formatted(answer.kind()), answer.on());
            facts.words("discrepancy.%s.text".formatted(answer.kind()), answer.text());
        }
        List<String> tags = new ArrayList<>();
        tags.add(messages.text("discrepancy.status." + discrepancy.status()));
        if (discrepancy.isReopened()) {
            tags.add(messages.text("discrepancy.reopened"));
        }
        return new RecordCard(messages.text("discrepancy." + discrepancy.code()), tags, facts.all());
    }
}
