package org.stele.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.stele.command.entry.CommandContext;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.NewYork;
import org.stele.web.actor.Credentials;
import org.stele.web.problem.FieldError;
import org.stele.web.problem.Problem;

/**
 * Gives an endpoint the rest of the request beside its body: the actor, and the key under which it may be repeated.
 */
final class CommandRequestResolver implements HandlerMethodArgumentResolver {

    static final String KEY = "Idempotency-Key";

    private final Credentials credentials;
    private final Clock clock;

    CommandRequestResolver(Credentials credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandRequest.class;
    }

    @Override
    public CommandRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Actor actor = credentials.require(request);
        CommandId command = commandId(request.getHeader(KEY));
        // Only the letters of an id in a path may vary in case.
        String address = request.getMethod() + " " + request.getRequestURI().toLowerCase(Locale.ROOT);
        CommandContext entry = new CommandContext(actor, command, NewYork.today(clock), SignatureHeaders.of(request));
        return new CommandRequest(entry, address);
    }

    private static CommandId commandId(@Nullable String key) {
        if (key == null) {
            throw Problem.of(
                            400,
                            "idempotency-key-missing",
                            "Send the header %s with a new UUID. To ask again after a failure, send the same one."
                                    .formatted(KEY))
                    .withErrors(List.of(FieldError.of(KEY, "This header is required.")))
                    .asException();
        }
        try {
            return CommandId.parse(key);
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "idempotency-key-invalid", "The header %s is no UUID. Send a new one.".formatted(KEY))
                    .withErrors(List.of(new FieldError(KEY, String.valueOf(e.getMessage()), key)))
                    .asException();
        }
    }
}
