package org.stele.identity.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.stele.identity.account.Account;
import org.stele.identity.guess.Guesses;
import org.stele.identity.passkey.Ceremonies;
import org.stele.identity.passkey.Passkeys;
import org.stele.identity.session.SignedInCredentials;
import org.stele.web.door.Forwarded;

/** What the script of the pages asks for when a passkey is made or used, and the removal of one. */
@Controller
final class PasskeyController {

    private final Ceremonies ceremonies;
    private final Passkeys passkeys;
    private final SignedInCredentials credentials;
    private final Guesses guesses;
    private final Forwarded forwarded;

    PasskeyController(
            Ceremonies ceremonies,
            Passkeys passkeys,
            SignedInCredentials credentials,
            Guesses guesses,
            Forwarded forwarded) {
        this.ceremonies = ceremonies;
        this.passkeys = passkeys;
        this.credentials = credentials;
        this.guesses = guesses;
        this.forwarded = forwarded;
    }

    @PostMapping(path = "/sign-in/passkey/options", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> signIn(HttpServletRequest request, HttpServletResponse response) {
        guesses.takeChallenge(forwarded.client(request));
        return json(ceremonies.signIn(request, response));
    }

    @PostMapping(path = "/account/passkeys/options", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> register(HttpServletRequest request, HttpServletResponse response) {
        Account account = credentials.requireSignedIn(request);
        return json(ceremonies.register(account, signedIn(), request, response));
    }

    @PostMapping(path = "/account/passkeys", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> add(@RequestBody byte[] json, HttpServletRequest request) {
        Account account = credentials.requireSignedIn(request);
        ceremonies.add(account, signedIn(), json, request);
        return ResponseEntity.noContent().build();
    }

    @PostMapping(path = "/account/passkeys/removal", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    View remove(@RequestParam String id, HttpServletRequest request) {
        passkeys.remove(credentials.requireSignedIn(request), id);
        return AccountController.done("passkey-removed");
    }

    private static Authentication signedIn() {
        return Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    }

    private static ResponseEntity<String> json(String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(text);
    }
}
