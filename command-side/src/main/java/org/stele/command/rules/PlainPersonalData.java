package org.stele.command.rules;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the most obvious personal data in a text: numbers of travel documents, e-mail addresses, and birth dates that
 * are called so. It catches common mistakes only; names pass. Rules, section 6.
 */
final class PlainPersonalData {

    /** Numbers in a page's address are no document numbers, unless the address calls them so. */
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://\\S+");

    private static final Pattern E_MAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24}");

    /** One or two capitals before six to nine digits, or nine digits alone: no count of persons is as long. */
    private static final Pattern DOCUMENT_NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}/])(?:[A-Z]{1,2}[ -]?\\d{6,9}|\\d{9})(?![\\p{L}\\p{N}])");

    private static final Pattern NAMED_DOCUMENT_NUMBER = Pattern.compile(
            "(?:passports?|travel documents?|identity cards?|passeports?|pasaportes?|паспорта?|护照|여권|جواز)"
                    + "[^\\d\\n]{0,20}?(?=[A-Z0-9-]*\\d{5})[A-Z]{0,3}[ -]?\\d{5,9}(?!\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final String DAY = "(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}"
            + "|\\d{1,2}[-/. ]\\d{1,2}[-/. ]\\d{4}"
            + "|\\d{1,2}(?:st|nd|rd|th|er)?\\s+(?:de\\s+)?\\p{L}{3,12}\\.?,?\\s+(?:de\\s+)?\\d{4}"
            + "|\\p{L}{3,12}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}"
            + "|\\d{4}\\s?[年년]\\s?\\d{1,2}\\s?[月월])";

    private static final Pattern BIRTH_DATE = Pattern.compile(
            "(?:date of birth|birth ?dates?|birthday|\\bd\\.?o\\.?b\\b\\.?|\\bborn\\b|\\bnée?s?\\b|naissance"
                    + "|nacid[oa]s?|nacimiento|родил(?:ся|ась)|рождения|出生|出生日期|생년월일|출생|الميلاد)"
                    + "[^\\d\\n]{0,20}?" + DAY,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    /** What stands between the words of an address. */
    private static final Pattern JOINT = Pattern.compile("%20|[-_+/=?&.]");

    /** Directly after its name: the days of articles are numbers too. */
    private static final Pattern NUMBER_IN_ADDRESS = Pattern.compile(
            "(?:passport|passeport|pasaporte)(?: n[or]| number)? [A-Z]{0,3} ?\\d{5,9}(?!\\d)",
            Pattern.CASE_INSENSITIVE);

    /** One of these is in every text that names a document's number, in lower case. */
    private static final List<String> OF_DOCUMENTS =
            List.of("passport", "travel doc", "identity card", "passeport", "pasaporte", "паспорт", "护照", "여권", "جواز");

    /** One of these is in every text that names a birth date, in lower case. */
    private static final List<String> OF_BIRTHS = List.of(
            "birth",
            "dob",
            "d.o",
            "do.b",
            "born",
            "né",
            "naissance",
            "nacid",
            "nacimiento",
            "родил",
            "рождения",
            "出生",
            "생년월일",
            "출생",
            "الميلاد");

    private static final String NUMBER = "the number of a travel document";

    /** The fewest digits of a birth date or document number. */
    private static final int LEAST_DIGITS = 5;

    /** The fewest digits of a document number that is not called so. */
    private static final int LEAST_OF_DOCUMENT = 6;

    private PlainPersonalData() {}

    /** What the text seems to contain, for people; null where nothing was found. The text itself is never repeated. */
    static @Nullable String in(String text) {
        if (text.indexOf('@') >= 0 && E_MAIL.matcher(text).find()) {
            return "an e-mail address";
        }
        String inAddress = text.contains("://") ? inAddresses(text) : null;
        if (inAddress != null) {
            return inAddress;
        }
        return inProse(text.contains("://") ? WEB_ADDRESS.matcher(text).replaceAll(" ") : text);
    }

    /** The patterns are slow, and most texts lack what all of their matches have. */
    private static @Nullable String inProse(String prose) {
        if (prose.codePoints().filter(Character::isDigit).limit(LEAST_DIGITS).count() < LEAST_DIGITS) {
            return null;
        }
        int together = longestNumber(prose);
        if (together >= LEAST_OF_DOCUMENT && DOCUMENT_NUMBER.matcher(prose).find()) {
            return NUMBER;
        }
        String folded = prose.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        if (together >= LEAST_DIGITS
                && containsAny(folded, OF_DOCUMENTS)
                && NAMED_DOCUMENT_NUMBER.matcher(prose).find()) {
            return NUMBER;
        }
        return containsAny(folded, OF_BIRTHS) && BIRTH_DATE.matcher(prose).find() ? "a date of birth" : null;
    }

    /** The most digits 0 to 9 that follow one another. */
    private static int longestNumber(String text) {
        int longest = 0;
        int current = 0;
        for (int i = 0; i < text.length(); i++) {
            current = text.charAt(i) >= '0' && text.charAt(i) <= '9' ? current + 1 : 0;
            longest = Math.max(longest, current);
        }
        return longest;
    }

    private static boolean containsAny(String folded, List<String> words) {
        return words.stream().anyMatch(folded::contains);
    }

    /** What the addresses in a text call a document's number or a date of birth, however their words are joined. */
    private static @Nullable String inAddresses(String text) {
        return WEB_ADDRESS
                .matcher(text)
                .results()
                .map(address -> inWords(JOINT.matcher(address.group()).replaceAll(" ")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String inWords(String address) {
        if (NUMBER_IN_ADDRESS.matcher(address).find()) {
            return NUMBER;
        }
        return BIRTH_DATE.matcher(address).find() ? "a date of birth" : null;
    }
}
