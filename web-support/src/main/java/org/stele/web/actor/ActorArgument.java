package org.stele.web.actor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.stele.events.Actor;

/** Gives a controller the {@link Actor} of a request as an argument. */
public final class ActorArgument implements HandlerMethodArgumentResolver {

    private final Credentials credentials;

    public ActorArgument(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return credentials.require(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }
}
