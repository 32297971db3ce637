package org.stele.command.rules;

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

    private static final String NUMBER = "the number of a travel document";

    /** The fewest digits of a birth date or document number. */
    private static final int LEAST_DIGITS = 5;

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
        String prose = WEB_ADDRESS.matcher(text).replaceAll(" ");
        // Most texts have fewer digits, and the patterns are slow.
        if (prose.codePoints().filter(Character::isDigit).limit(LEAST_DIGITS).count() < LEAST_DIGITS) {
            return null;
        }
        if (DOCUMENT_NUMBER.matcher(prose).find()
                || NAMED_DOCUMENT_NUMBER.matcher(prose).find()) {
            return NUMBER;
        }
        return BIRTH_DATE.matcher(prose).find() ? "a date of birth" : null;
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
