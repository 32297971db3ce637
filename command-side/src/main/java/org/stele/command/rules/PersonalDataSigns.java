package org.stele.command.rules;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what may be personal data in a text, in many scripts: names, numbers of documents, days of birth. It only warns, since no
 * pattern tells a name from a place for sure; what is beyond doubt is refused by {@link PlainPersonalData}. Rules, section 6.
 *
 * <p>Patterns of many alternatives begin with the letters that these begin with, since most places in a text have another one: a new
 * alternative adds its own there.
 */
public final class PersonalDataSigns {

    /** What a text seems to hold. */
    public enum Sign {
        NAME,
        DOCUMENT_NUMBER,
        DATE_OF_BIRTH
    }

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://\\S+");

    private static final String NO_PLACE =
            "(?!(?:City|River|Street|Road|Bridge|Hall|Hotel|University|Institute|Company|Group|Sea|Island|Dynasty|Province)(?!\\p{L}))";

    /** Romanized family names that are no words of English, French or Spanish, before one or two syllables of a given name. */
    private static final Pattern KOREAN_NAME = Pattern.compile(
            "(?=[A-Z])(?<!\\p{L})(?:Kim|Ri|Lee|Rhee|Pak|Park|Choe|Choi|Jong|Chong|Jung|Jang|Kang|Jo|Cho|Yun|Yoon|Lim|Rim|Han|Oh|Sin|Shin"
                    + "|Seo|Kwon|Hwang|Ahn|Song|Ryu|Hong|Ko|Mun|Yang|Pae|Bae|Paek|Baek|Nam|Sim|Ro|Kwak|Cha|Ku|Jin|Chae|Chon|Pang"
                    + "|Kong|Hyon|Ham|Pyon|Thae|Maeng|Myong)\\s+" + NO_PLACE
                    + "\\p{Lu}\\p{Ll}{1,6}[ -]\\p{L}\\p{Ll}{1,6}(?!\\p{L})"
                    + "|(?=[A-Z])(?<!\\p{L})(?:KIM|RI|LEE|PAK|PARK|CHOE|CHOI|JONG|JANG|KANG|YUN|KWON|HWANG|RYU|HONG|PAEK)[ ,]+"
                    + "\\p{Lu}[\\p{Lu}\\p{Ll}]{1,6}[ -]\\p{Lu}?[\\p{Lu}\\p{Ll}]{1,6}(?!\\p{L})");

    /** Heads of State, after whom much is named: they are no workers. */
    private static final Pattern LEADER =
            Pattern.compile("Kim (?:Jong|Il|Chong)[ -]?(?:Un|Il|Sung|Song)", Pattern.CASE_INSENSITIVE);

    /** A form of address, or what says that a name follows, and then a name. */
    private static final Pattern ADDRESSED = Pattern.compile("(?=[MDPSnlsafpгпфФاशसน])(?<!\\p{L})(?:"
            + "(?:Mr|Mrs|Ms|Dr|Prof|Mme|Mlle|Sra?|Srta)\\.?\\s+\\p{Lu}\\p{L}+"
            + "|M\\.\\s+\\p{Lu}\\p{Ll}+"
            + "|(?:named|nommée?|llamad[oa]|surnamed?|apellidad[oa])\\s+\\p{Lu}\\p{L}+"
            + "|(?:(?:full )?names?|surname|nom|prénom|nombre|apellidos?)\\s*[:=]\\s*\\p{L}{2,}"
            + "|(?:г-н|г-жа|госпо(?:дин|жа)|гражданин(?:а|у|ом)?|гражданк[аиуе]|по имени|по фамилии|фамилия|ФИО|Ф\\.И\\.О\\.)\\s*:?\\s*\\p{Lu}\\p{L}+"
            + "|(?:السيدة?|المدعوة?|اسمها?|الاسم)\\s*:?\\s*\\p{IsArabic}{2,}"
            + "|(?:श्रीमती|श्री|सुश्री)\\s*\\p{IsDevanagari}{2,}"
            + "|(?:นางสาว|นาย|นาง)\\s?\\p{IsThai}{2,}"
            + ")");

    /** Names and what marks them where no capitals do, and Slavic ones with a patronymic or initials. */
    private static final Pattern OTHER_NAME = Pattern.compile("(?:姓名|名叫|名字)\\s*[:：是为]?\\s*\\p{IsHan}{2,4}"
            + "|\\p{IsHan}{1,4}(?:先生|女士|小姐|同志)"
            + "|(?:이름|성명)\\s*[:：은는이]?\\s*\\p{IsHangul}{2,4}"
            + "|\\p{IsHangul}{2,4}\\s?(?:씨|동무|동지)(?!\\p{IsHangul}{2})"
            + "|\\p{Lu}\\p{Ll}+\\s+\\p{Lu}\\p{Ll}+\\s+\\p{Lu}\\p{Ll}+(?:ович|евич|овна|евна)(?:а|у|ем|ем|ой|ы)?(?!\\p{L})"
            + "|[А-ЯЁ][а-яё]+\\s[А-ЯЁ]\\.\\s?[А-ЯЁ]\\.");

    /** Letters before digits, or more digits together than counts are written with. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}./:_-])"
            + "(?:\\p{L}{1,2}[ -]?[0-9]{6,9}|(?!(?:19|20)[0-9]{2}[01][0-9][0-3][0-9](?![0-9]))[0-9]{7,9}|P<[A-Z]{3})"
            + "(?![\\p{L}\\p{N}]|[.,][0-9]|-[0-9])");

    private static final Pattern NAMED_NUMBER = Pattern.compile(
            "(?=[pпicуv护여ج身공ه])(?:passports?|passeports?|pasaportes?|паспорт\\p{L}{0,2}|护照|여권|جواز|identity (?:card|document)s?|carte d.identité"
                    + "|cédula|удостоверени\\p{L}{1,3}|身份证|공민증|هوية|\\bID (?:no|number)|visa (?:no|number))"
                    + "[^\\p{N}\\n]{0,20}[A-Z]{0,3}[ -]?[0-9]{4,12}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Workers were born in these years; what is told of them happened later. */
    private static final String YEAR_OF_BIRTH = "(?:19[4-9][0-9]|200[0-4])";

    private static final String BORN =
            "(?:born|né(?:e|s|es)? (?:le|en)|naissance|nacid[oa]s?|родил(?:ся|ась)|рождения|г\\.\\s?р\\.|出生|생년월일|출생|مواليد|ولد|D\\.?O\\.?B)";

    private static final Pattern DAY_OF_BIRTH = Pattern.compile(
            "(?<![\\p{N}/])(?:" + YEAR_OF_BIRTH + "[-/.][0-9]{1,2}[-/.][0-9]{1,2}"
                    + "|[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ]" + YEAR_OF_BIRTH
                    + "|[0-9]{1,2}(?:st|nd|rd|th|er)?\\.?\\s+(?:de\\s+)?\\p{L}{3,12}\\.?,?\\s+(?:de\\s+)?"
                    + YEAR_OF_BIRTH
                    + "|\\p{L}{3,12}\\.?\\s+[0-9]{1,2}(?:st|nd|rd|th)?,?\\s+" + YEAR_OF_BIRTH
                    + ")(?![\\p{N}/])"
                    + "|" + YEAR_OF_BIRTH + "\\s?[年년]\\s?[0-9]{1,2}\\s?[月월]"
                    + "|" + BORN + "[^\\p{N}\\n]{0,20}" + YEAR_OF_BIRTH
                    + "|" + YEAR_OF_BIRTH + "\\s?(?:г\\.\\s?р\\.|года рождения|年生|년생|年出生)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Parameters of an address whose names say what they hold. */
    private static final Pattern NAME_IN_ADDRESS = Pattern.compile(
            "[?&;](?:[a-z]+_)?(?:name|surname|firstname|lastname|fullname)=\\p{L}{2,}", Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER_IN_ADDRESS = Pattern.compile(
            "(?<![\\p{L}\\p{N}])[A-Z]{1,2}[0-9]{6,9}(?![\\p{L}\\p{N}])|[?&;](?:passport|id_?card|document)[a-z_]*=[A-Za-z0-9]{5,}");

    private static final Pattern BIRTH_IN_ADDRESS =
            Pattern.compile("(?:birth|dob|born)[^0-9]{0,12}[0-9]{2,4}", Pattern.CASE_INSENSITIVE);

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");

    private static final Pattern ANY_YEAR_OF_BIRTH = Pattern.compile(YEAR_OF_BIRTH);

    private PersonalDataSigns() {}

    /** What the text seems to hold; empty for most. */
    public static Set<Sign> in(String text) {
        String plain = isAscii(text) ? text : withPlainDigits(Normalizer.normalize(text, Normalizer.Form.NFKC));
        EnumSet<Sign> signs = EnumSet.noneOf(Sign.class);
        String prose = plain;
        if (plain.contains("://")) {
            WEB_ADDRESS.matcher(plain).results().forEach(address -> ofAddress(decoded(address.group()), signs));
            prose = WEB_ADDRESS.matcher(plain).replaceAll(" ");
        }
        ofProse(LEADER.matcher(prose).replaceAll(" "), signs);
        return signs;
    }

    private static void ofProse(String prose, Set<Sign> signs) {
        // The cheap conditions come first: a file may have a million of such texts.
        if (isIn(KOREAN_NAME, prose) || isIn(ADDRESSED, prose) || !isAscii(prose) && isIn(OTHER_NAME, prose)) {
            signs.add(Sign.NAME);
        }
        if ((isIn(SIX_DIGITS, prose) || prose.contains("P<")) && isIn(NUMBER, prose)
                || isIn(FOUR_DIGITS, prose) && isIn(NAMED_NUMBER, prose)) {
            signs.add(Sign.DOCUMENT_NUMBER);
        }
        if (isIn(ANY_YEAR_OF_BIRTH, prose) && isIn(DAY_OF_BIRTH, prose)) {
            signs.add(Sign.DATE_OF_BIRTH);
        }
    }

    private static void ofAddress(String address, Set<Sign> signs) {
        if (isIn(NAME_IN_ADDRESS, address)) {
            signs.add(Sign.NAME);
        }
        if (isIn(NUMBER_IN_ADDRESS, address)) {
            signs.add(Sign.DOCUMENT_NUMBER);
        }
        if (isIn(BIRTH_IN_ADDRESS, address)) {
            signs.add(Sign.DATE_OF_BIRTH);
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(letter -> letter < 0x80);
    }

    private static boolean isIn(Pattern pattern, String text) {
        return pattern.matcher(text).find();
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    /** Digits of every script as those of ASCII. */
    private static String withPlainDigits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(letter -> Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** For a message: what a text seems to hold. */
    public static String words(Set<Sign> signs) {
        List<String> words = new ArrayList<>();
        signs.forEach(sign -> words.add(
                switch (sign) {
                    case NAME -> "the name of a person";
                    case DOCUMENT_NUMBER -> "the number of a document";
                    case DATE_OF_BIRTH -> "a date of birth";
                }));
        return String.join(", ", words);
    }
}
