package org.stele.command.screening.recordscreeningresult;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.screening.listversions.ListVersions;
import org.stele.command.screening.listversions.ListedEntries;
import org.stele.command.screening.recordscreeningresult.ResultBody.SubjectBody;
import org.stele.events.CommandId;
import org.stele.events.FilingId;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.Screener;
import tools.jackson.databind.JsonNode;

/** What one request records: a result for each subject that the screener was asked about. */
final class ResultCommands {

    private final ListVersions lists;

    ResultCommands(ListVersions lists) {
        this.lists = lists;
    }

    List<RecordScreeningResult> of(CommandContext entry, Screener screener, ResultBody body) {
        return switch (screener) {
            case STELE -> {
                requireAbsent("answer", body.answer() != null, screener);
                requireAbsent("subjects", !body.subjects().isEmpty(), screener);
                var found = body.candidates().stream()
                        .map(ResultBody.CandidateBody::found)
                        .toList();
                yield List.of(command(entry, screener, body, alone(body), ScreenerAnswer.of(found, null)));
            }
            case WATCHMAN -> {
                requireAbsent("candidates", !body.candidates().isEmpty(), screener);
                requireAbsent("subjects", !body.subjects().isEmpty(), screener);
                yield List.of(command(entry, screener, body, alone(body), WatchmanAnswer.read(answer(body))));
            }
            case YENTE -> {
                requireAbsent("candidates", !body.candidates().isEmpty(), screener);
                Map<String, ScreenerAnswer> answers = YenteAnswer.read(answer(body));
                yield body.subjects().isEmpty()
                        ? List.of(command(entry, screener, body, alone(body), only(answers)))
                        : batch(entry, body, answers);
            }
        };
    }

    private static void requireAbsent(String field, boolean isThere, Screener screener) {
        if (isThere) {
            throw Rejected.malformed(
                    field, "Leave this field out: it is not for the format of %s.".formatted(screener));
        }
    }

    private static JsonNode answer(ResultBody body) {
        if (body.answer() == null) {
            throw Rejected.malformed("answer", "Expected the body of the screener's answer, unchanged.");
        }
        return body.answer();
    }

    private static SubjectBody alone(ResultBody body) {
        return new SubjectBody(body.screening(), body.subject(), body.subjectKind());
    }

    private static ScreenerAnswer only(Map<String, ScreenerAnswer> answers) {
        if (answers.size() > 1) {
            throw Rejected.malformed(
                    "subjects", "The answer is about %s queries: name the subject of each.".formatted(answers.size()));
        }
        return answers.values().stream().findFirst().orElseGet(() -> ScreenerAnswer.failed(ScreenerAnswer.REFUSED));
    }

    private List<RecordScreeningResult> batch(
            CommandContext entry, ResultBody body, Map<String, ScreenerAnswer> answers) {
        if (body.subject() != null || body.screening() != null) {
            throw Rejected.malformed("subject", "Leave subject and screening out: subjects names them.");
        }
        long unknown = answers.keySet().stream()
                .filter(key -> !body.subjects().containsKey(key))
                .count();
        if (unknown > 0) {
            throw Rejected.malformed("subjects", "The answer has %s queries without a subject.".formatted(unknown));
        }
        String missing = answers.isEmpty() ? ScreenerAnswer.REFUSED : ScreenerAnswer.MISSING;
        Map<String, SubjectBody> subjects = new LinkedHashMap<>(body.subjects());
        List<RecordScreeningResult> commands = new ArrayList<>();
        subjects.forEach((key, subject) -> commands.add(command(
                ofKey(entry, key),
                Screener.YENTE,
                body,
                subject,
                Objects.requireNonNullElseGet(answers.get(key), () -> ScreenerAnswer.failed(missing)))));
        return commands;
    }

    /** Each subject's screening has an id of its own, which follows from that of the request. */
    private static CommandContext ofKey(CommandContext entry, String key) {
        byte[] name = (entry.commandId() + "\n" + key).getBytes(StandardCharsets.UTF_8);
        return new CommandContext(entry.actor(), new CommandId(UUID.nameUUIDFromBytes(name)), entry.today());
    }

    private RecordScreeningResult command(
            CommandContext entry, Screener screener, ResultBody body, SubjectBody subject, ScreenerAnswer answer) {
        Sha256Digest listVersion = listVersion(body);
        ListedEntries searched = listVersion == null ? null : lists.find(listVersion);
        FilingId screening = subject.screening() == null ? entry.created() : subject.screening();
        return new RecordScreeningResult(
                entry,
                screening,
                new ScreenedSubject(
                        subject.subject(),
                        subject.subjectKind() == null ? body.subjectKind() : subject.subjectKind(),
                        body.question(),
                        body.trigger()),
                screener,
                listVersion,
                searched,
                lists.current(),
                body.settings(answer.limit()),
                answer.found(),
                answer.failure());
    }

    private @Nullable Sha256Digest listVersion(ResultBody body) {
        String told = body.digestOfDigest();
        return body.listSha256() != null || told == null ? body.listSha256() : lists.withDigestOfDigest(told);
    }
}
