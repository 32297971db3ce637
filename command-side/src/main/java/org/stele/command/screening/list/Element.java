package org.stele.command.screening.list;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One element of an entry.
 *
 * @param text its own characters; they count only where it has no children
 */
record Element(String name, List<Element> children, String text) {

    /** They change without the entry being amended, or say nothing. */
    private static final Set<String> IGNORED =
            Set.of("VERSIONNUM", "SORT_KEY", "SORT_KEY_LAST_MOD", "LAST_DAY_UPDATED");

    private static final String COMMENT = "COMMENTS1";

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /** The link to an entry's notice, from the hyphen of its first word on: the word's start is looked for backwards, in linear time. */
    private static final Pattern NOTICE = Pattern.compile(
            "-UN (?:Security Council )?Special Notice web link:? ?https?://\\S+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    Element {
        children = List.copyOf(children);
    }

    /** The text of the first child of this name without white space around it; empty where there is none. */
    String childText(String child) {
        return children.stream()
                .filter(each -> each.name.equals(child))
                .findFirst()
                .map(each -> squashed(each.text))
                .orElse("");
    }

    /**
     * What the element says, in one form for all ways to write it: without empty elements, white space, the notice's
     * link and what is ignored, each group of children sorted. Empty where it says nothing.
     */
    String canonical() {
        String content = children.isEmpty() ? escaped(ownText()) : canonicalChildren();
        return content.isEmpty() ? "" : "<" + name + ">" + content + "</" + name + ">";
    }

    private String canonicalChildren() {
        return children.stream()
                .filter(child -> !IGNORED.contains(child.name))
                .map(Element::canonical)
                .sorted()
                .collect(Collectors.joining());
    }

    private String ownText() {
        return squashed(name.equals(COMMENT) ? withoutNotice(text) : text);
    }

    private static String squashed(String text) {
        return WHITE_SPACE.matcher(text).replaceAll(" ").strip();
    }

    private static String withoutNotice(String text) {
        StringBuilder kept = new StringBuilder();
        int from = 0;
        Matcher notice = NOTICE.matcher(text);
        while (notice.find()) {
            int start = startOfWord(text, from, notice.start());
            if (start < notice.start()) {
                kept.append(text, from, start);
                from = notice.end();
            }
        }
        return kept.append(text, from, text.length()).toString();
    }

    private static int startOfWord(String text, int from, int end) {
        int start = end;
        while (start > from && !isWhiteSpace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isWhiteSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\u0085';
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
