package org.stele.command.filing;

import java.util.List;

/**
 * One question of a form.
 *
 * @param name the field of the API's body that the answer becomes
 * @param options the values to choose from, in the order shown; empty for every other kind
 */
public record Question(String name, Kind kind, List<String> options) {

    /** The kinds of questions, which decide the control on the page and the field of the body. */
    public enum Kind {
        CHOICE,
        COUNT,
        DATE,
        SENTENCE,
        PARAGRAPH,
        TICK
    }

    static Question of(String name, Kind kind) {
        return new Question(name, kind, List.of());
    }

    static Question choice(String name, List<String> options) {
        return new Question(name, Kind.CHOICE, options);
    }
}
