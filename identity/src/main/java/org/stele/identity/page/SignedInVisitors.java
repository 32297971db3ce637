package org.stele.identity.page;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.stele.web.actor.Credentials;
import org.stele.web.page.Visitor;
import org.stele.web.page.Visitors;
import org.stele.web.problem.ProblemException;

/** The visitor is whoever signed in. */
final class SignedInVisitors implements Visitors {

    private final Credentials credentials;

    SignedInVisitors(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Visitor current() {
        RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
        return new Visitor(attributes instanceof ServletRequestAttributes servlet ? actor(servlet.getRequest()) : null);
    }

    /** A page that says what is wrong with a credential is made too. */
    private org.stele.events.@org.jspecify.annotations.Nullable Actor actor(HttpServletRequest request) {
        try {
            return credentials.find(request).orElse(null);
        } catch (ProblemException e) {
            return null;
        }
    }
}
