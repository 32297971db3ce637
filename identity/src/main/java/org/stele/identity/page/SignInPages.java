package org.stele.identity.page;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.identity.account.AccessTokens;
import org.stele.identity.account.RecoveryCodes;
import org.stele.identity.passkey.Passkeys;
import org.stele.identity.passkey.RelyingParty;
import org.stele.identity.session.Sessions;
import org.stele.web.door.Forwarded;
import org.stele.web.page.Frames;
import org.stele.web.page.PageModule;
import org.stele.web.page.Pages;

/** The pages of sign-in and of accounts. */
@Configuration(proxyBeanMethods = false)
@Import({
    VisitorSupport.class,
    SignInController.class,
    AccountController.class,
    PasskeyController.class,
    ProgramController.class,
    GuessProblems.class
})
public class SignInPages {

    public static final PageModule MODULE = new PageModule("org.stele.identity.jte", "org.stele.identity.messages");

    @Bean
    PageModule identityPageModule() {
        return MODULE;
    }

    @Bean
    AccountPages accountPages(
            Pages pages,
            Frames frames,
            Passkeys passkeys,
            RecoveryCodes codes,
            AccessTokens tokens,
            Sessions sessions,
            ObjectProvider<RelyingParty> party,
            Forwarded forwarded) {
        return new AccountPages(pages, frames, passkeys, codes, tokens, sessions, party, forwarded);
    }
}
