package org.stele.web.accept;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * The media types that a client accepts, by preference (RFC 9110, section 12.5.1). A media type has the quality of the
 * most specific range that it matches; with quality 0 it is not accepted. Parameters of media types are ignored.
 */
public final class Accept {

    /** Every media type that some address answers in; the first ones where a client has no preference. */
    static final List<MediaType> FORMS = List.of(
            MediaType.APPLICATION_JSON,
            MediaType.APPLICATION_PROBLEM_JSON,
            MediaType.TEXT_HTML,
            MediaType.parseMediaType("application/jsonl"),
            MediaType.TEXT_PLAIN,
            MediaType.parseMediaType("application/zip"),
            MediaType.APPLICATION_OCTET_STREAM,
            MediaType.parseMediaType("text/csv"));

    private final List<MediaType> ranges;

    private Accept(List<MediaType> ranges) {
        this.ranges = ranges;
    }

    /** The parsed header; everything is accepted where it is absent or blank. Null where it is malformed. */
    public static @Nullable Accept of(@Nullable String header) {
        try {
            List<MediaType> ranges =
                    header == null || header.isBlank() ? List.of(MediaType.ALL) : MediaType.parseMediaTypes(header);
            return new Accept(ranges);
        } catch (InvalidMediaTypeException unreadable) {
            return null;
        }
    }

    /**
     * Whether the client prefers a page to JSON, or ranks them equally and names the page first. A client that accepts
     * anything gets JSON.
     */
    public boolean prefersPage() {
        List<MediaType> liked = inOrder();
        return !liked.isEmpty()
                && rank(liked, MediaType.TEXT_HTML) < rank(liked, MediaType.APPLICATION_JSON)
                && rank(liked, MediaType.TEXT_HTML) < rank(liked, MediaType.APPLICATION_PROBLEM_JSON);
    }

    private static int rank(List<MediaType> liked, MediaType form) {
        int index = liked.indexOf(form);
        return index < 0 ? liked.size() : index;
    }

    /** The accepted media types by descending quality; of equal ones, the one named first. */
    List<MediaType> inOrder() {
        return FORMS.stream()
                .filter(form -> quality(form) > 0)
                .sorted(Comparator.comparingDouble(this::quality).reversed().thenComparingInt(this::place))
                .toList();
    }

    private double quality(MediaType form) {
        int place = place(form);
        return place < 0 ? 0 : ranges.get(place).getQualityValue();
    }

    /** The index of the range that decides; -1 where no range matches. */
    private int place(MediaType form) {
        return IntStream.range(0, ranges.size())
                .filter(index -> ranges.get(index).includes(form))
                .boxed()
                .max(Comparator.comparingInt((Integer index) -> particular(ranges.get(index)))
                        .thenComparing(Collections.reverseOrder()))
                .orElse(-1);
    }

    private static int particular(MediaType range) {
        return (int) Stream.of(!range.isWildcardType(), !range.isWildcardSubtype())
                .filter(Boolean::booleanValue)
                .count();
    }
}
