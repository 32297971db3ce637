package org.stele.query.page;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.stele.query.view.Parameters;

/**
 * One page of a list that is known whole.
 *
 * @param first the number of the first row that is shown, counted from 1
 * @param total how many rows the list has
 * @param previous the address of the page before; null on the first
 * @param next the address of the page after; null on the last
 */
public record Listing<T>(
        List<T> shown,
        int first,
        int total,
        @Nullable String previous,
        @Nullable String next) {

    /** The parameter that says with which row a page begins. */
    public static final String FROM = "from";

    private static final int ROWS = 100;

    public Listing {
        shown = List.copyOf(shown);
    }

    /** The row that a request asks for: the first by default. */
    public static int from(Parameters parameters) {
        return parameters
                .read(FROM, text -> (int) Parameters.number(text, 1, Integer.MAX_VALUE))
                .orElse(1);
    }

    /** @param address of the page that begins with a row */
    public static <T> Listing<T> of(List<T> all, int from, IntFunction<String> address) {
        int begin = Math.min(from - 1, all.size());
        int end = (int) Math.min(all.size(), (long) begin + ROWS);
        return new Listing<>(
                all.subList(begin, end),
                begin + 1,
                all.size(),
                begin == 0 ? null : address.apply(Math.max(1, begin + 1 - ROWS)),
                end == all.size() ? null : address.apply(end + 1));
    }

    /** The same with every row made into another. */
    public <R> Listing<R> map(Function<T, R> row) {
        return new Listing<>(shown.stream().map(row).toList(), first, total, previous, next);
    }

    public int last() {
        return first + shown.size() - 1;
    }
}
