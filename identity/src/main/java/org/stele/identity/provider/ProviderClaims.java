package org.stele.identity.provider;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.stele.events.Actor;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.identity.account.Account;
import org.stele.identity.account.Accounts;

/** Tells whose account a provider's claims mean. They prove who somebody is; what that person may do rests on an accreditation. */
final class ProviderClaims {

    static final String NOT_ACCREDITED = "not-accredited";
    static final String CLAIMS = "provider-claims";

    private final ProviderSettings settings;
    private final Accounts accounts;

    ProviderClaims(ProviderSettings settings, Accounts accounts) {
        this.settings = settings;
        this.accounts = accounts;
    }

    /** @throws OAuth2AuthenticationException with words, where no open account is for just this person, role and State */
    Account account(ClaimAccessor claims) {
        String staffId = required(claims, settings.staffIdClaim());
        String named = required(claims, settings.roleClaim());
        Role role = Role.find(named)
                .orElseThrow(() -> refused(
                        CLAIMS,
                        "The claim %s of %s names a role that there is none of here: expected one such as signatory, got '%s'. Ask whoever runs it."
                                .formatted(settings.roleClaim(), settings.name(), shown(named))));
        Optional<MemberState> state = state(claims);
        if (role.isOfMemberState() != state.isPresent()) {
            throw refused(
                    CLAIMS,
                    role.isOfMemberState()
                            ? "A %s acts for a State: expected its three letters in the claim %s of %s, which has none. Ask whoever runs it."
                                    .formatted(role.id(), settings.stateClaim(), settings.name())
                            : "A %s acts for no State: expected no claim %s of %s. Ask whoever runs it."
                                    .formatted(role.id(), settings.stateClaim(), settings.name()));
        }
        Actor actor = new Actor(staffId, role, state.orElse(null));
        return accounts.find(actor)
                .orElseThrow(() -> refused(
                        NOT_ACCREDITED,
                        "%s says that you are %s, %s%s. No accreditation on record stands for that, so that it signs nobody in. Ask a registrar to accredit this staff id in this role, and sign in again."
                                .formatted(
                                        sentence(settings.name()),
                                        shown(staffId),
                                        role.id(),
                                        state.map(one -> " of " + one.iso3()).orElse(""))));
    }

    private Optional<MemberState> state(ClaimAccessor claims) {
        return value(claims, settings.stateClaim())
                .map(text -> MemberState.find(text)
                        .orElseThrow(() -> refused(
                                CLAIMS,
                                "The claim %s of %s is no Member State: expected three letters such as NOR, got '%s'. Ask whoever runs it."
                                        .formatted(settings.stateClaim(), settings.name(), shown(text)))));
    }

    private String required(ClaimAccessor claims, String name) {
        return value(claims, name)
                .orElseThrow(() -> refused(
                        CLAIMS,
                        "Expected the claim %s of %s as one text, and there is none. Ask whoever runs it, or have the operator name another claim."
                                .formatted(name, settings.name())));
    }

    /** Some providers send one value as a list. Of several, none is chosen. */
    private static Optional<String> value(ClaimAccessor claims, String name) {
        @Nullable Object claim = claims.getClaims().get(name);
        Object single = claim instanceof Collection<?> many && many.size() == 1
                ? many.iterator().next()
                : claim;
        return single instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }

    private static OAuth2AuthenticationException refused(String code, String words) {
        return new OAuth2AuthenticationException(new OAuth2Error(code, words, null));
    }

    private static String sentence(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
