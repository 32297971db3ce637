package org.stele.query.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.query.export.file.Provenance;
import org.stele.query.export.file.Provenance.Fact;
import org.stele.query.view.Board;
import org.stele.query.view.Parameters;
import org.stele.query.view.StateResult;
import org.stele.query.view.States;
import org.stele.web.page.ViewPoint;

/** Says of a view where it comes from, in the same words for every export. */
final class Views {

    private static final String CHECK =
            "Ask again at the address: the same view gives the same file. The root is that of the tree over the first events of"
                    + " the ledger, as many as the tree size says. To check that the ledger still holds them unchanged, run"
                    + " stele-verify on its log (docs/spec/ledger.md): java -jar stele-verify.jar log HOST/log --key KEY, and"
                    + " compare the root with a checkpoint of that size.";
    private static final String NO_ROOT = "could not be computed: a row of the ledger is damaged";

    private final States states;

    Views(States states) {
        this.states = states;
    }

    /**
     * Where a view of one view point comes from.
     *
     * @param path the address of the export, with no parameters
     * @param more further parameters that were stated
     * @param note what is missing in it; null where it is complete
     */
    Provenance of(String path, ViewPoint point, SortedMap<String, String> more, @Nullable String note) {
        List<Fact> facts = new ArrayList<>();
        point(facts, "", "", point);
        facts.add(Fact.of("audience", "Made for", point.audience()));
        facts.add(Fact.of(Provenance.ADDRESS, "Address", point.link(path, pairs(more))));
        end(facts, note);
        return new Provenance(point.knownOn(), facts);
    }

    /** The same of the comparison of two views. */
    Provenance of(String path, ViewPoint from, ViewPoint to, @Nullable String note) {
        List<Fact> facts = new ArrayList<>();
        point(facts, "from_", "From: ", from);
        point(facts, "to_", "To: ", to);
        facts.add(Fact.of("audience", "Made for", to.audience()));
        facts.add(Fact.of(
                Provenance.ADDRESS,
                "Address",
                path
                        + "?from="
                        + ChangeEnds.text(from)
                        + "&to="
                        + ChangeEnds.text(to)
                        + (to.isAnothers() ? "&audience=" + to.audience() : "")));
        end(facts, note);
        LocalDate asOf = from.knownOn().isAfter(to.knownOn()) ? from.knownOn() : to.knownOn();
        return new Provenance(asOf, facts);
    }

    private void point(List<Fact> facts, String name, String label, ViewPoint point) {
        Optional<String> root = states.root(point.treeSize());
        facts.add(Fact.of(name + "effective_on", label + "Effective on", point.effectiveOn()));
        facts.add(Fact.of(name + "known_on", label + "Known on", point.knownOn()));
        facts.add(Fact.of(name + "tree_size", label + "Tree size", point.treeSize()));
        facts.add(Fact.of(name + "root", label + "Root", root.orElse(NO_ROOT)));
    }

    private static void end(List<Fact> facts, @Nullable String note) {
        if (note != null) {
            facts.add(Fact.of("incomplete", "Incomplete", note));
        }
        facts.add(Fact.note("check", "How to check it", CHECK));
    }

    private static String[] pairs(Map<String, String> more) {
        return more.entrySet().stream()
                .flatMap(each -> List.of(each.getKey(), each.getValue()).stream())
                .collect(Collectors.toList())
                .toArray(String[]::new);
    }

    /** Those of the parameters that a request states, by name. */
    static SortedMap<String, String> stated(Parameters parameters, String... names) {
        SortedMap<String, String> stated = new TreeMap<>(parameters.stated());
        stated.keySet().retainAll(List.of(names));
        return stated;
    }

    /** What is missing in a view of all States; null where it is complete. */
    static @Nullable String incomplete(Board.Files files) {
        return files.heldFrom().isEmpty() && files.notTrusted().isEmpty()
                ? null
                : "Events of %s are held back; %s are left out, because their stored rows were changed from outside."
                        .formatted(files.heldFrom().keySet(), files.notTrusted());
    }

    /** The same with the States of which not all is told to the audience. */
    static @Nullable String together(@Nullable String note, List<String> withheld) {
        return together(
                note, "Not computed for this audience, which does not see all that the rules would read: ", withheld);
    }

    /** The same with some States, and why. */
    static @Nullable String together(@Nullable String note, String why, List<String> states) {
        if (states.isEmpty()) {
            return note;
        }
        String kept = why + states;
        return note == null ? kept : note + " " + kept;
    }

    /** What is missing in a view of one State; null where it is complete. */
    static @Nullable String heldFrom(StateResult seen) {
        return seen.heldFrom() == null ? null : "Events from position %s are held back.".formatted(seen.heldFrom());
    }

    /** The view in the name of a file. */
    static String named(ViewPoint point) {
        return point.effectiveOn() + "-" + point.knownOn() + "-" + point.treeSize();
    }
}
