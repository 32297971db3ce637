package org.stele.identity.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsRepository;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.stele.identity.account.Account;
import org.stele.web.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a browser and this program say to each other when a passkey is made or used, as JSON. Safe for all threads. */
public final class Ceremonies implements PublicKeyCredentialRequestOptionsRepository {

    private static final int LONGEST_LABEL = 60;

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final WebAuthnRelyingPartyOperations operations;
    private final Challenges challenges;
    private final Passkeys passkeys;

    Ceremonies(WebAuthnRelyingPartyOperations operations, Challenges challenges, Passkeys passkeys) {
        this.operations = operations;
        this.challenges = challenges;
        this.passkeys = passkeys;
    }

    /** What the browser asks any passkey of this site to sign. It names nobody's passkeys. */
    public String signIn(HttpServletRequest request, HttpServletResponse response) {
        PublicKeyCredentialRequestOptions options =
                operations.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
        challenges.keep(options.getChallenge(), null, request, response);
        return JSON.writeValueAsString(options);
    }

    /** What the browser makes a passkey of this account for. A problem (422) where the account has too many. */
    public String register(
            Account account, Authentication signedIn, HttpServletRequest request, HttpServletResponse response) {
        if (passkeys.list(account).size() >= Passkeys.MOST) {
            throw Problem.of(
                            422,
                            "too-many-passkeys",
                            "An account has up to %s passkeys. Remove one that you use no more."
                                    .formatted(Passkeys.MOST))
                    .asException();
        }
        PublicKeyCredentialCreationOptions options = creation(signedIn);
        challenges.keep(options.getChallenge(), account, request, response);
        return JSON.writeValueAsString(options);
    }

    private PublicKeyCredentialCreationOptions creation(Authentication signedIn) {
        return operations.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(signedIn));
    }

    /** Adds the passkey that the browser made. A problem where it is not what was asked for. */
    public void add(Account account, Authentication signedIn, byte[] json, HttpServletRequest request) {
        RelyingPartyPublicKey made = read(json);
        PublicKeyCredentialCreationOptions fresh = creation(signedIn);
        PublicKeyCredentialCreationOptions asked = challenges
                .take(request, account)
                .map(challenge -> PublicKeyCredentialCreationOptions.builder()
                        .rp(fresh.getRp())
                        .user(fresh.getUser())
                        .challenge(challenge)
                        .pubKeyCredParams(fresh.getPubKeyCredParams())
                        .authenticatorSelection(fresh.getAuthenticatorSelection())
                        .attestation(fresh.getAttestation())
                        .build())
                .orElseThrow(() -> refused("The page was too old. Open it again."));
        try {
            operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(asked, made));
        } catch (DataAccessException unavailable) {
            throw unavailable;
        } catch (RuntimeException notAsAsked) {
            throw refused(
                    "Expected a new passkey for this site that checks who uses it. Try again, or use another device.");
        }
    }

    private static RelyingPartyPublicKey read(byte[] json) {
        try {
            RelyingPartyPublicKey made = JSON.readValue(json, RelyingPartyPublicKey.class);
            String label = made.getLabel().strip();
            if (label.isEmpty() || label.length() > LONGEST_LABEL) {
                throw refused("Give the passkey a name of 1 to %s characters.".formatted(LONGEST_LABEL));
            }
            return new RelyingPartyPublicKey(made.getCredential(), label);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw Problem.of(400, "malformed-json", "Expected a passkey and its name as JSON. Use the page /account.")
                    .asException();
        }
    }

    private static RuntimeException refused(String detail) {
        return Problem.of(422, "passkey-refused", detail).asException();
    }

    /** The challenge is kept when it is made, and deleted when it is taken. */
    @Override
    public void save(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable PublicKeyCredentialRequestOptions options) {
        // Nothing is left to do.
    }

    /** What this browser was asked for, once. */
    @Override
    public @Nullable PublicKeyCredentialRequestOptions load(HttpServletRequest request) {
        PublicKeyCredentialRequestOptions fresh =
                operations.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
        return challenges
                .take(request, null)
                .map(challenge -> PublicKeyCredentialRequestOptions.builder()
                        .challenge(challenge)
                        .rpId(fresh.getRpId())
                        .allowCredentials(fresh.getAllowCredentials())
                        .userVerification(fresh.getUserVerification())
                        .build())
                .orElse(null);
    }
}
