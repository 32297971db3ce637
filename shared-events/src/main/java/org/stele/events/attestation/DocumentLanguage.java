package org.stele.events.attestation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** An official language of the United Nations, in which a document may be issued on a day of its own. */
public enum DocumentLanguage {
    AR,
    EN,
    ES,
    FR,
    RU,
    ZH;

    @JsonCreator
    public static DocumentLanguage parse(String text) {
        for (DocumentLanguage language : values()) {
            if (language.toString().equals(text)) {
                return language;
            }
        }
        throw new IllegalArgumentException("Expected ar, en, es, fr, ru or zh.");
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
