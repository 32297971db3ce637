package org.stele.command.importing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.Rejected;
import org.stele.command.rules.Codes;
import org.stele.command.rules.FreeText;
import org.stele.command.written.WrittenCount;
import org.stele.command.written.WrittenDate;
import org.stele.events.Confidence;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;

/**
 * The cells of one row, read as the types of their columns. An unreadable cell becomes an error of the row and reads as
 * null; an optional blank cell reads as null without an error.
 */
final class Cells {

    private static final Pattern BLANKS_AROUND = Pattern.compile("^[\\s\\p{Zs}]+|[\\s\\p{Zs}]+$");

    /** Common names of States whose official names are rarely written in full. */
    private static final Map<MemberState, String> SHORT_NAMES = Map.of(MemberState.GBR, "United Kingdom");

    private final long row;
    private final Header header;
    private final List<String> cells;
    private final LocalDate today;
    private final ImportErrors errors;
    private boolean faulty;

    Cells(long row, Header header, List<String> cells, LocalDate today, ImportErrors errors) {
        this.row = row;
        this.header = header;
        this.cells = cells;
        this.today = today;
        this.errors = errors;
    }

    long row() {
        return row;
    }

    /** Whether a cell that was read so far is wrong. */
    boolean isFaulty() {
        return faulty;
    }

    boolean isBlank(String column) {
        return code(column).isEmpty();
    }

    /** The State of the row, by its code; the name beside it must not contradict. */
    @Nullable
    MemberState memberState() {
        MemberState state = required(
                "iso3", MemberState::find, "Expected the alpha-3 code of a Member State in capitals, such as NOR.");
        String name = code("state");
        if (state != null && !name.isBlank() && !isNameOf(state, name)) {
            add(
                    "state",
                    "Expected nothing, %s or \"%s\", as iso3 says.".formatted(state.iso3(), state.officialName()),
                    name);
        }
        return state;
    }

    private static boolean isNameOf(MemberState state, String name) {
        return name.equals(state.officialName()) || name.equals(state.iso3()) || name.equals(SHORT_NAMES.get(state));
    }

    <T> @Nullable T required(String column, Function<String, Optional<T>> find, String expected) {
        T found = find.apply(code(column)).orElse(null);
        if (found == null) {
            add(column, expected, cell(column));
        }
        return found;
    }

    /** One of a closed list; an error where the cell is blank. */
    <E extends Enum<E>> @Nullable E requiredCode(String column, Class<E> type) {
        if (isBlank(column)) {
            add(column, "Expected one of %s, got nothing.".formatted(listed(type)), null);
            return null;
        }
        return code(column, type);
    }

    <E extends Enum<E>> @Nullable E code(String column, Class<E> type) {
        if (isBlank(column)) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.toString().equals(code(column))) {
                return constant;
            }
        }
        add(column, "Expected one of %s.".formatted(listed(type)), cell(column));
        return null;
    }

    private static <E extends Enum<E>> String listed(Class<E> type) {
        return Stream.of(type.getEnumConstants()).map(Enum::toString).collect(Collectors.joining(", "));
    }

    @Nullable
    PersonsCount count(String column) {
        if (isBlank(column)) {
            return null;
        }
        try {
            return WrittenCount.read(cell(column));
        } catch (IllegalArgumentException e) {
            add(column, e.getMessage() + " Leave the cell blank where none was stated.", cell(column));
            return null;
        }
    }

    @Nullable
    PersonsCount requiredCount(String column) {
        if (isBlank(column)) {
            add(column, "Expected a whole number, got nothing.", null);
            return null;
        }
        return count(column);
    }

    /** A code of another system. */
    @Nullable
    String shortCode(String column) {
        if (isBlank(column)) {
            return null;
        }
        return check(column, () -> Codes.require(column, code(column))) ? code(column) : null;
    }

    /** The same as {@link #flag}, and false where the cell is blank. */
    boolean flagOrFalse(String column) {
        return !isBlank(column) && flag(column);
    }

    /** Spreadsheets write TRUE and FALSE. */
    boolean flag(String column) {
        boolean isTrue = code(column).equalsIgnoreCase("true");
        if (!isTrue && !code(column).equalsIgnoreCase("false")) {
            add(column, "Expected true or false.", cell(column));
        }
        return isTrue;
    }

    /** A date as precise as it is known. */
    @Nullable
    PartialDate date(String column) {
        if (isBlank(column)) {
            return null;
        }
        try {
            PartialDate date = WrittenDate.read(cell(column));
            return isBegun(column, date) ? date : null;
        } catch (IllegalArgumentException e) {
            add(column, String.valueOf(e.getMessage()), cell(column));
            return null;
        }
    }

    private boolean isBegun(String column, PartialDate date) {
        if (date.firstDay().isAfter(today)) {
            add(column, "Expected a date that has begun by today, %s.".formatted(today), cell(column));
            return false;
        }
        return true;
    }

    @Nullable
    PartialDate requiredDate(String column) {
        if (isBlank(column)) {
            add(
                    column,
                    "Expected a date such as 2019-12-22, 2019-12, 2019 or 2019-12-01/2019-12-22, got nothing.",
                    null);
            return null;
        }
        return date(column);
    }

    /** One day, or null where the cell is blank. */
    @Nullable
    LocalDate dayIfStated(String column) {
        return isBlank(column) ? null : day(column);
    }

    /** The period from one column's days to another's; both are required. */
    @Nullable
    PartialDate days(String fromColumn, String toColumn) {
        LocalDate from = day(fromColumn);
        LocalDate to = day(toColumn);
        if (from == null || to == null) {
            return null;
        }
        if (from.isAfter(to)) {
            add(fromColumn, "Expected a day that is not after %s, %s.".formatted(toColumn, to), cell(fromColumn));
            return null;
        }
        return PartialDate.between(from, to);
    }

    private @Nullable LocalDate day(String column) {
        PartialDate day = isBlank(column) ? null : date(column);
        if (day != null && day.isExact()) {
            return day.firstDay();
        }
        if (day != null || isBlank(column)) {
            add(column, "Expected one day as YYYY-MM-DD.", cell(column));
        }
        return null;
    }

    /** A text, or null where the cell is blank. Errors never repeat it: it may be about a person. */
    @Nullable
    String text(String column, int mostCharacters) {
        if (isBlank(column)) {
            return null;
        }
        if (!check(column, () -> FreeText.require(column, cell(column), mostCharacters))) {
            return null;
        }
        errors.warnOfPersonalData(row, column, cell(column));
        return cell(column);
    }

    @Nullable
    String requiredText(String column, int mostCharacters) {
        if (isBlank(column)) {
            add(column, "Expected words, got nothing.", null);
            return null;
        }
        return text(column, mostCharacters);
    }

    /** The source of the row; null where it states none. */
    @Nullable
    SourceReference source(@Nullable String title) {
        return source(title, null);
    }

    /** The source of a row whose summary is of the source. */
    @Nullable
    SourceReference summarizedSource() {
        return source(text("source_title", FreeText.MAX_TITLE), text("summary", FreeText.MAX_SUMMARY));
    }

    private @Nullable SourceReference source(@Nullable String title, @Nullable String summary) {
        String address = text("source_address", FreeText.MAX_ADDRESS);
        Confidence confidence = code("confidence", Confidence.class);
        return title == null && address == null && confidence == null && summary == null
                ? null
                : new SourceReference(title, address, confidence, summary);
    }

    /** Applies a rule of the commands; its refusal becomes an error in the column. */
    boolean check(String column, Runnable rule) {
        try {
            rule.run();
            return true;
        } catch (Rejected e) {
            add(column, String.valueOf(e.getMessage()), null);
            return false;
        }
    }

    void add(String column, String message, @Nullable String got) {
        faulty = true;
        errors.add(row, column, message, got == null || got.isEmpty() ? null : got);
    }

    private String cell(String column) {
        return header.cell(cells, column);
    }

    /** A cell without prose: surrounding blanks are ignored. */
    private String code(String column) {
        return withoutBlanksAround(cell(column));
    }

    static String withoutBlanksAround(String text) {
        boolean hasNone =
                !text.isEmpty() && isLetterOrSign(text.charAt(0)) && isLetterOrSign(text.charAt(text.length() - 1));
        return hasNone ? text : BLANKS_AROUND.matcher(text).replaceAll("");
    }

    private static boolean isLetterOrSign(char letter) {
        return letter > ' ' && letter <= '~';
    }
}
