package org.stele.standalone;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.stele.standalone.Caller.Way;
import org.stele.standalone.MatrixDoors.Kind;
import org.stele.standalone.MatrixSite.Command;

/** How whoever may not pass a door is answered. */
final class MatrixRules {

    static final Set<Integer> REFUSED = Set.of(401, 403, 404);

    /** A page leads who is not known to the page of sign-in. */
    private static final Set<Integer> NOT_SIGNED_IN = Set.of(303, 401);

    private static final Set<String> UNSEALING =
            Set.of("focal-point", "signatory", "screening-analyst", "screening-reviewer", "auditor", "custodian");

    /** What a person does, and no program. */
    private static final Pattern OF_PERSONS = Pattern.compile(
            "/api/v1/(accreditations|subjects)\\b.*|/api/v1/events/[^/]+/(unsealing|redaction|damage-acceptance)\\b.*");

    private MatrixRules() {}

    /**
     * The statuses of the refusal of a command; none where the caller may give it.
     *
     * @param isOfOwner whether it acts on what the State that has secrets has
     */
    static Set<Integer> refusals(Caller caller, Command command, boolean isOfOwner) {
        Set<String> roles = MatrixDoors.COMMANDS.getOrDefault(command.operation(), Set.of());
        if (!caller.isKnown()) {
            return Set.of(401);
        }
        boolean isForPersons = caller.way() == Way.FILING_PROGRAM
                && OF_PERSONS.matcher(command.path()).matches();
        if (!caller.mayFile() || !roles.contains(caller.role()) || isForPersons) {
            return Set.of(403);
        }
        return isOfOwner && caller.isOfState() && !caller.isOf(MatrixSite.OWNER) ? Set.of(404) : Set.of();
    }

    /** The statuses of the refusal to read what is behind a door; none where the caller may. */
    static Set<Integer> refusals(Caller caller, Kind kind, String path) {
        if (!caller.mayRead()) {
            return Set.of(403);
        }
        return switch (kind) {
            case OPERATION -> caller.isKnown() && !caller.role().equals("auditor") ? Set.of(403) : Set.of();
            case ACCESS_LOG -> ofRole(caller, caller.isAuditing());
            case ACCREDITATIONS -> ofRole(caller, caller.role().equals("registrar"));
            case FILING -> ofRole(caller, caller.role().equals("signatory"));
            case OF_A_STATE -> ofAState(caller, path);
            case OPEN, PLAIN, FORM, UPLOAD -> Set.of();
        };
    }

    private static Set<Integer> ofRole(Caller caller, boolean isAllowed) {
        if (!caller.isKnown()) {
            return NOT_SIGNED_IN;
        }
        return isAllowed ? Set.of() : Set.of(403);
    }

    private static Set<Integer> ofAState(Caller caller, String path) {
        if (!caller.isKnown()) {
            return NOT_SIGNED_IN;
        }
        if (caller.isOfState()) {
            boolean isOthers = path.startsWith("/sealed/") || path.contains("/" + MatrixSite.OWNER + "/");
            return isOthers && !caller.isOf(MatrixSite.OWNER) ? Set.of(404) : Set.of();
        }
        if (path.startsWith("/sealed/")) {
            return UNSEALING.contains(caller.role()) ? Set.of() : REFUSED;
        }
        return caller.role().equals("monitor") ? Set.of(404) : Set.of();
    }

    /** Headers but those that each answer has of its own: its time, what is left of a bucket, a form's word, the end of a connection. */
    static Map<String, String> comparable(Map<String, String> headers) {
        Map<String, String> comparable = new TreeMap<>(headers);
        comparable.keySet().removeAll(Set.of("date", "set-cookie", "ratelimit", "connection", "keep-alive"));
        return comparable;
    }
}
