package org.stele.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who asks: an account of the demonstration, or nobody who is known.
 *
 * @param role empty for nobody who is known
 * @param state empty for a role of no State
 * @param token null for nobody who is known
 */
record Caller(String role, String state, @Nullable String token) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> AUDITING = Set.of("auditor", "custodian");
    private static final Set<String> COMMITTEE = Set.of("registrar", "chair");

    static final Caller NOBODY = new Caller("", "", null);

    /** Every account of the demonstration, and nobody. */
    static List<Caller> all(Path credentials) throws IOException {
        List<Caller> callers = new ArrayList<>(List.of(NOBODY));
        for (JsonNode account : JSON.readTree(Files.readAllBytes(credentials))) {
            callers.add(new Caller(
                    account.path("role").asString(),
                    account.path("state").asString(""),
                    account.path("token").asString()));
        }
        return List.copyOf(callers);
    }

    boolean isAuditing() {
        return AUDITING.contains(role);
    }

    boolean isOfCommittee() {
        return COMMITTEE.contains(role);
    }

    boolean isOf(String iso3) {
        return state.equals(iso3);
    }

    boolean isOfState() {
        return !state.isEmpty();
    }

    /** Whether the caller may ask to look as the public does. */
    boolean mayLookAsThePublic() {
        return isAuditing() && !role.equals("custodian") || isOfCommittee();
    }

    @Override
    public String toString() {
        return role.isEmpty() ? "nobody" : (role + " " + state).strip();
    }
}
