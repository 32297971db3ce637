package org.stele.command.screening.reopening;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.screening.reopenscreenings.ReopenScreenings;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.ReopeningCause;

/**
 * Verdicts that are reopened in one append. That each is reopened once, in whatever batch and however often it is sent, is
 * decided on the ledger; an id that could be foreseen could be used up by whoever wants a verdict to stand.
 *
 * @param all of one cause and under one actor
 */
record ReopeningBatch(List<Reopening> all) {

    /** The staff id under which the program acts. */
    static final String PROGRAM = "stele";

    /** @param memberState null for the registrar, whose list it is */
    private record Kind(
            @Nullable MemberState memberState, @Nullable Sha256Digest listVersion) {

        static Kind of(Reopening reopening) {
            return reopening.listVersion() == null
                    ? new Kind(reopening.memberState(), null)
                    : new Kind(null, reopening.listVersion());
        }
    }

    ReopeningBatch {
        all = List.copyOf(all);
    }

    /** As few as the limit of a command allows; the order within a cause stays. */
    static List<ReopeningBatch> of(Collection<Reopening> due) {
        Map<Kind, List<Reopening>> byKind = new LinkedHashMap<>();
        due.forEach(each ->
                byKind.computeIfAbsent(Kind.of(each), _ -> new ArrayList<>()).add(each));
        List<ReopeningBatch> batches = new ArrayList<>();
        byKind.values().forEach(several -> {
            for (int from = 0; from < several.size(); from += ReopenScreenings.MAX_VERDICTS) {
                int to = Math.min(several.size(), from + ReopenScreenings.MAX_VERDICTS);
                batches.add(new ReopeningBatch(several.subList(from, to)));
            }
        });
        return batches;
    }

    ReopenScreenings command(LocalDate today) {
        Kind kind = Kind.of(all.getFirst());
        // For the registrar whose list it is, or for the State whose subject it is.
        Actor actor = kind.memberState() == null
                ? new Actor(PROGRAM, Role.REGISTRAR, null)
                : new Actor(PROGRAM, Role.SCREENING_ANALYST, kind.memberState());
        return new ReopenScreenings(
                new CommandContext(actor, new CommandId(UUID.randomUUID()), today),
                kind.listVersion() == null ? ReopeningCause.SUBJECT_CHANGE : ReopeningCause.LIST_CHANGE,
                kind.listVersion(),
                all.stream().map(Reopening::lost).toList());
    }

    /** Of what the command says. */
    Sha256Digest digest() {
        StringBuilder name = new StringBuilder("reopenings");
        all.forEach(each -> name.append('\n')
                .append(each.screening())
                .append(' ')
                .append(each.confirmation())
                .append(' ')
                .append(each.change()));
        return Sha256Digest.of(name.toString().getBytes(StandardCharsets.UTF_8));
    }
}
