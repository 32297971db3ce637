package org.stele.query.page;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;

/**
 * A list to choose one value from.
 *
 * @param id the parameter that the choice becomes
 */
public record Options(String id, String label, List<Option> all) {

    /** One value of a list. */
    public record Option(String value, String text, boolean chosen) {}

    public Options {
        all = List.copyOf(all);
    }

    /**
     * A list that begins with the choice of none.
     *
     * @param any the words of that choice
     * @param value of each, as in addresses
     * @param chosen null where none is
     */
    public static <T> Options of(
            String id,
            String label,
            String any,
            List<T> each,
            Function<T, String> value,
            Function<T, String> words,
            @Nullable T chosen) {
        Stream<Option> options =
                each.stream().map(one -> new Option(value.apply(one), words.apply(one), one.equals(chosen)));
        return new Options(
                id,
                label,
                Stream.concat(Stream.of(new Option("", any, chosen == null)), options)
                        .toList());
    }

    /** The Member States, by their names. */
    public static Options states(String id, String label, String any, @Nullable MemberState chosen) {
        List<MemberState> byName = Stream.of(MemberState.values())
                .sorted(Comparator.comparing(MemberState::officialName))
                .toList();
        return of(id, label, any, byName, MemberState::iso3, MemberState::officialName, chosen);
    }
}
