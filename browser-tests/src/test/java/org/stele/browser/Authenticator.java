package org.stele.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;

/** Chromium's own emulated authenticator: it signs with the check of a user, which can be switched off. */
record Authenticator(CDPSession devTools, String id) {

    static Authenticator in(Page page) {
        CDPSession devTools = page.context().newCDPSession(page);
        devTools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        List.of("hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation")
                .forEach(has -> options.addProperty(has, true));
        JsonObject argument = new JsonObject();
        argument.add("options", options);
        String id = devTools.send("WebAuthn.addVirtualAuthenticator", argument)
                .get("authenticatorId")
                .getAsString();
        return new Authenticator(devTools, id);
    }

    void verifyNobody() {
        JsonObject off = new JsonObject();
        off.addProperty("authenticatorId", id);
        off.addProperty("isUserVerified", false);
        devTools.send("WebAuthn.setUserVerified", off);
    }
}
