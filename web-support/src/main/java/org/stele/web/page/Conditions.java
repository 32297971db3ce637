package org.stele.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.stele.web.problem.Problem;

/**
 * The preconditions of a request on the entity tag of its answer (RFC 9110, sections 13.1.1 and 13.1.2): a list of
 * tags, or an asterisk for any. A malformed header counts as a tag that matches nothing.
 */
public final class Conditions {

    private static final String ANY = "*";
    private static final String WEAK = "W/";

    /** Section 8.8.3: a tag may contain any visible character but a quote, so a comma does not end it. */
    private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"");

    private static final Pattern LIST =
            Pattern.compile("[ \\t,]*(?:%1$s[ \\t]*(?:,[ \\t,]*%1$s[ \\t]*)*(?:,[ \\t,]*)?)?".formatted(TAG.pattern()));

    private Conditions() {}

    /**
     * Whether the reader already has the answer with this tag, so that 304 is enough.
     *
     * @throws org.stele.web.problem.ProblemException (412) where the reader accepts only an answer with another tag
     */
    public static boolean isKnown(HttpServletRequest request, String tag) {
        Optional<String> wanted = header(request, HttpHeaders.IF_MATCH);
        if (wanted.isPresent() && !matchesStrongly(wanted.get(), tag)) {
            throw Problem.of(
                            412,
                            "precondition-failed",
                            "Expected an answer with a tag that If-Match names, and it has %s. Ask without If-Match."
                                    .formatted(tag))
                    .asException();
        }
        return header(request, HttpHeaders.IF_NONE_MATCH)
                .filter(known -> matchesWeakly(known, tag))
                .isPresent();
    }

    /** Several lines of one header are one list. */
    private static Optional<String> header(HttpServletRequest request, String name) {
        List<String> lines = Collections.list(request.getHeaders(name));
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(",", lines));
    }

    /** Strong comparison: both tags are equal and not weak. */
    private static boolean matchesStrongly(String header, String tag) {
        return header.strip().equals(ANY)
                || !tag.startsWith(WEAK) && tags(header).contains(tag);
    }

    /** Weak comparison: the tags are equal, weak or not. */
    private static boolean matchesWeakly(String header, String tag) {
        return header.strip().equals(ANY)
                || tags(header).stream().anyMatch(known -> opaque(known).equals(opaque(tag)));
    }

    private static List<String> tags(String header) {
        return LIST.matcher(header).matches()
                ? TAG.matcher(header).results().map(MatchResult::group).toList()
                : List.of();
    }

    private static String opaque(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }
}
