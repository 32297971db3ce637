package org.stele.web.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The languages of the pages. A language is offered once all bundles have all its messages. */
public final class Languages {

    private static final String SHARED_MESSAGES = "org.stele.web.page.messages";
    private static final List<Locale> WRITTEN = List.of(Locale.ENGLISH);

    private final Map<Locale, Messages> messages;

    public Languages(List<PageModule> modules) {
        List<String> bundles = Stream.concat(
                        Stream.of(SHARED_MESSAGES), modules.stream().map(PageModule::messages))
                .toList();
        messages = WRITTEN.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), in -> load(in, bundles)));
    }

    private static Messages load(Locale locale, List<String> bundles) {
        // A language falls back to the bundle without a suffix, never to the machine's default language.
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Messages(
                locale,
                bundles.stream()
                        .map(name -> ResourceBundle.getBundle(name, locale, Languages.class.getClassLoader(), control))
                        .toList());
    }

    /** The messages that match an {@code Accept-Language} header best; English when no other does. */
    public Messages preferred(@Nullable String acceptLanguage) {
        return messages.getOrDefault(best(acceptLanguage), english());
    }

    public Messages english() {
        Messages english = messages.get(Locale.ENGLISH);
        if (english == null) {
            throw new IllegalStateException("English is the language that every page is written in.");
        }
        return english;
    }

    private static Locale best(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), WRITTEN);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }
}
