package org.stele.identity.page;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.events.Audience;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.identity.account.AccessTokens;
import org.stele.identity.account.Account;
import org.stele.identity.passkey.Passkeys;
import org.stele.identity.passkey.RelyingParty;
import org.stele.identity.session.Sessions;
import org.stele.web.page.Frame;

/**
 * The page of one's own account.
 *
 * @param formToken what every form has to send besides what is typed
 * @param done the key of what was just done; null where nothing was
 * @param error the key of what is wrong; null where nothing is
 * @param elsewhere where passkeys work; null where they work here
 * @param party under which passkeys are made here
 * @param codesLeft how many recovery codes are unused
 */
public record AccountPage(
        Frame frame,
        FormToken formToken,
        Account account,
        @Nullable String done,
        @Nullable String error,
        @Nullable String elsewhere,
        List<Passkeys.Listed> passkeys,
        RelyingParty party,
        int codesLeft,
        List<AccessTokens.Listed> tokens,
        List<Sessions.Listed> sessions) {

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }

    public String instant(Instant instant) {
        return frame.messages().instant(instant);
    }

    public String role() {
        return text("role." + account.actor().role().id());
    }

    /** Whether accreditations are for this account. */
    public boolean isAccrediting() {
        return account.actor().role() == Role.REGISTRAR;
    }

    /** Whether the access log is for this account. */
    public boolean isAuditing() {
        return Audience.of(account.actor()).isAuditing();
    }

    /** Empty for a role of no State. */
    public String state() {
        MemberState state = account.actor().memberState();
        return state == null ? "" : state.officialName();
    }

    /** What a State's root types to let a passkey sign filings; null for a role that signs none. */
    public @Nullable String enrolment(Passkeys.Listed passkey) {
        MemberState state = account.actor().memberState();
        if (state == null || passkey.publicKey() == null) {
            return null;
        }
        String origins = party.origins().stream()
                .sorted()
                .map(origin -> " --origin " + origin)
                .collect(Collectors.joining());
        return "stele-verify sign enrol --root ROOT.pem --ledger ORIGIN --state %s --role %s --label \"LABEL\" --key %s --rp-id %s%s"
                .formatted(state.iso3(), account.actor().role().id(), passkey.publicKey(), party.id(), origins);
    }

    /** What a token is called; those made with the account have no name. */
    public String name(AccessTokens.Listed token) {
        return token.label().isEmpty() ? text("account.tokens.unnamed") : token.label();
    }

    public String until(AccessTokens.Listed token) {
        Instant end = token.expiresAt();
        return end == null ? text("account.tokens.no-end") : instant(end);
    }
}
