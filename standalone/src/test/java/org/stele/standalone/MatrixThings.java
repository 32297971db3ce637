package org.stele.standalone;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.stele.standalone.Attempt.Answer;
import org.stele.standalone.MatrixSite.Command;

/** What somebody who may act on such things of their own State asks about one of another State, and about one that is not there. */
final class MatrixThings {

    /** @param ofAnothers the same request as of nothing, but for the id */
    record Question(String what, Attempt ofAnothers, String id, Attempt ofNothing, String nothing) {

        /** An answer's text without the id that was asked for. */
        String without(Answer answer) throws IOException {
            return answer.text().replace(id, "ID").replace(nothing, "ID");
        }

        /** The same about another thing that is not there. */
        Attempt ofNothingElse() {
            return nothing.length() < 36
                    ? ofNothing
                    : new Attempt(
                            ofNothing.caller(),
                            ofNothing.method(),
                            ofNothing.path().replace(nothing, UUID.randomUUID().toString()),
                            ofNothing.type(),
                            ofNothing.body(),
                            Map.of());
        }
    }

    private static final String ID = "{id}";

    private MatrixThings() {}

    static List<Question> questions(MatrixSite site, Collection<Command> commands) {
        List<Question> all = new ArrayList<>();
        site.callers.stream().filter(caller -> !caller.isOf(MatrixCases.THIRD)).forEach(caller -> {
            ofCommands(site, caller, commands, all);
            ofReadings(site, caller, all);
        });
        return all;
    }

    private static void ofCommands(MatrixSite site, Caller caller, Collection<Command> commands, List<Question> all) {
        for (Command command : commands) {
            if (MatrixPaths.isOfStates(command)
                    && MatrixRules.refusals(caller, command, true).equals(Set.of(404))) {
                all.add(of(
                        Attempt.post(caller, command.on(ID), command.example()),
                        MatrixPaths.target(site, command),
                        MatrixPaths.absent(command)));
            }
        }
    }

    private static void ofReadings(MatrixSite site, Caller caller, List<Question> all) {
        if (caller.mayRead() && !caller.isAuditing() && !caller.isOf(MatrixSite.OWNER)) {
            for (String path : new String[] {
                "/api/v1/screenings/{id}", "/screenings/{id}", "/api/v1/screenings/{id}/lookback?with={id}"
            }) {
                all.add(of(
                        Attempt.get(caller, path),
                        site.id("screening"),
                        UUID.randomUUID().toString()));
            }
        }
        if (caller.mayRead() && caller.isOf(MatrixSite.OTHER)) {
            all.add(of(Attempt.get(caller, "/sealed/{id}"), Long.toString(site.position("protected")), "999"));
            all.add(of(
                    Attempt.get(caller, "/file/receipt/" + MatrixSite.OWNER + "/{id}"),
                    site.commandOf("attestation"),
                    UUID.randomUUID().toString()));
        }
    }

    private static Question of(Attempt pattern, String id, String nothing) {
        return new Question(
                pattern.method() + " " + pattern.path(), on(pattern, id), id, on(pattern, nothing), nothing);
    }

    private static Attempt on(Attempt pattern, String id) {
        return new Attempt(
                pattern.caller(),
                pattern.method(),
                pattern.path().replace(ID, id),
                pattern.type(),
                pattern.body(),
                pattern.headers());
    }

    /** All views of the State that has secrets, without the size of the ledger, which everybody sees grow. */
    static List<String> seenBy(MatrixSite site, Caller caller) throws IOException, InterruptedException {
        List<String> seen = new ArrayList<>();
        for (String path : new String[] {
            "board",
            "due",
            "discrepancies",
            "screenings",
            "screenings/due",
            "screenings/pairings",
            "states/" + MatrixSite.OWNER,
            "states/" + MatrixSite.OWNER + "/due",
            "states/" + MatrixSite.OWNER + "/changes?from=2018-01-01/2018-01-01/0&to=//"
        }) {
            Answer answer = site.send(Attempt.get(caller, "/api/v1/" + path));
            seen.add(path + " " + answer.status() + answer.text().replaceAll("\"treeSize\":[0-9]+", ""));
        }
        return seen;
    }
}
