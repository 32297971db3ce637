package org.stele.identity.accesslog;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.events.Actor;
import org.stele.identity.accesslog.AccessEntry.What;

/** What a request turned out to be about, told by whoever answers it to the filter that logs it at its end. */
public final class Noted {

    private static final String ACTOR = Noted.class.getName() + ".actor";
    private static final String NOTE = Noted.class.getName() + ".note";

    /** @param detail such as by what somebody signed in */
    record Note(What what, String outcome, @Nullable String detail) {}

    private Noted() {}

    /** Who asks, as it was looked up. */
    public static void actor(HttpServletRequest request, Actor actor) {
        request.setAttribute(ACTOR, actor);
    }

    /** That it was done. */
    public static void done(HttpServletRequest request, What what, String detail) {
        request.setAttribute(NOTE, new Note(what, AccessEntry.DONE, detail));
    }

    /** That it was not. */
    public static void refused(HttpServletRequest request, What what, String detail) {
        request.setAttribute(NOTE, new Note(what, "refused", detail));
    }

    static Optional<Actor> actor(HttpServletRequest request) {
        return request.getAttribute(ACTOR) instanceof Actor actor ? Optional.of(actor) : Optional.empty();
    }

    static Optional<Note> note(HttpServletRequest request) {
        return request.getAttribute(NOTE) instanceof Note note ? Optional.of(note) : Optional.empty();
    }
}
