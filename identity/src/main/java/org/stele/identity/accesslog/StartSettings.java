package org.stele.identity.accesslog;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The settings that a start found, as one text, without secrets. */
final class StartSettings {

    /** Their values are secrets, or lead to one. */
    private static final Pattern SECRET = Pattern.compile("PASSWORD|SECRET|TOKEN|KEY|CREDENTIAL");

    /** Credentials can stand in an address. */
    private static final Pattern IN_ADDRESS = Pattern.compile("//[^/@\\s]*@|\\?\\S*");

    private StartSettings() {}

    static String of(Map<String, String> environment) {
        return new TreeMap<>(environment)
                .entrySet().stream()
                        .filter(setting -> setting.getKey().startsWith("STELE_")
                                || setting.getKey().equals("SPRING_PROFILES_ACTIVE"))
                        .map(setting -> setting.getKey() + "=" + shown(setting.getKey(), setting.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    private static String shown(String name, String value) {
        return SECRET.matcher(name).find() ? "(set)" : IN_ADDRESS.matcher(value).replaceAll("...");
    }
}
