package org.stele.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page to go on to after sign-in: one of this origin, whatever the address of the sign-in page says. */
public final class Continuation {

    public static final String PARAMETER = "continue";

    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,2000}");

    private Continuation() {}

    /** The named page; the first page where none of this origin is named. */
    public static String of(HttpServletRequest request) {
        return of(request.getParameter(PARAMETER));
    }

    /** The address, if it is one of this origin and no longer than a header has room for; the first page otherwise. */
    static String of(@Nullable String address) {
        return address != null && LOCAL.matcher(address).matches() ? address : "/";
    }
}
