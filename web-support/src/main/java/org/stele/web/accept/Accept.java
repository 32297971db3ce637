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
 * Which forms of an answer a client takes, and which it likes best (RFC 9110, section 12.5.1). A form has the quality of the
 * most particular range that it falls into; of quality 0 it is not taken. Parameters of forms are not told apart.
 */
public final class Accept {

    /** Every form that some address answers in; the first ones where a client likes all alike. */
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

    /** What a header says; everything is taken where it is absent or blank. Null where it cannot be read. */
    public static @Nullable Accept of(@Nullable String header) {
        try {
            List<MediaType> ranges =
                    header == null || header.isBlank() ? List.of(MediaType.ALL) : MediaType.parseMediaTypes(header);
            return new Accept(ranges);
        } catch (InvalidMediaTypeException unreadable) {
            return null;
        }
    }

    /** Whether a page is liked better than JSON, or as well and named before it. Who takes whatever comes gets JSON. */
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

    /** The forms that are taken, the best liked first; of those liked alike, the one named first. */
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

    /** The index of the range that decides; -1 where the form falls into none. */
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
