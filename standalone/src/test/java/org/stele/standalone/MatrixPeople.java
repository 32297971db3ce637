package org.stele.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stele.standalone.Caller.Way;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everybody who asks: nobody who is known, each account of the demonstration by its token, and each role besides by a session and
 * by a program of two scopes.
 */
final class MatrixPeople {

    private MatrixPeople() {}

    /** @param programLabel what the program of the signatory who has secrets is called */
    static List<Caller> all(String site, Path credentials, String programLabel) throws Exception {
        List<Caller> callers = new ArrayList<>(List.of(Caller.NOBODY));
        for (JsonNode account : JsonMapper.shared().readTree(Files.readAllBytes(credentials))) {
            Caller caller = Caller.byToken(
                    account.path("role").asString(),
                    account.path("state").asString(""),
                    account.path("token").asString());
            callers.add(caller);
            boolean isOwner = caller.isOf(MatrixSite.OWNER);
            if (!caller.isOfState()
                    || caller.isOf(MatrixSite.OTHER)
                    || isOwner && caller.role().equals("signatory")) {
                SignedInBrowser browser = new SignedInBrowser();
                browser.signIn(
                        site,
                        account.path("username").asString(),
                        account.path("password").asString());
                MatrixProgram program = MatrixProgram.register(browser, site, isOwner ? programLabel : "a-program");
                Map<String, String> session = sessionOf(browser);
                callers.add(new Caller(caller.role(), caller.state(), Way.SESSION, () -> session));
                callers.add(program.reading(caller));
                callers.add(program.filing(caller));
            }
        }
        return List.copyOf(callers);
    }

    private static Map<String, String> sessionOf(SignedInBrowser browser) {
        return Map.of(
                "Cookie",
                browser.cookies().entrySet().stream()
                        .map(cookie -> cookie.getKey().substring("cookie ".length()) + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")));
    }
}
