package org.stele.query.page.screenings;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.events.Actor;
import org.stele.events.FilingId;
import org.stele.events.NewYork;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;
import org.stele.query.page.ListDates;
import org.stele.statefile.screening.ListVersion;
import org.stele.statefile.screening.ListVersions;
import org.stele.web.page.Messages;
import org.stele.web.page.ViewPoint;

/** The words and links that the pages of screenings share. */
final class ScreeningWords {

    private static final int ABBREVIATED = 8;

    private final Messages messages;
    private final ViewPoint point;
    private final ListVersions lists;

    ScreeningWords(Messages messages, ViewPoint point, ListVersions lists) {
        this.messages = messages;
        this.point = point;
        this.lists = lists;
    }

    /** A constant in words; empty for null. */
    String of(String prefix, @Nullable Enum<?> constant) {
        return constant == null ? "" : messages.text(prefix + "." + constant.name());
    }

    /** What nobody stated is said to be so. */
    String stated(@Nullable Object value) {
        return switch (value) {
            case null -> messages.text("none-stated");
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    String day(Instant instant) {
        return messages.date(NewYork.dayOf(instant));
    }

    String name(FilingId screening) {
        return messages.text("screening.name", screening.toString().substring(0, ABBREVIATED));
    }

    String subject(@Nullable SubjectRef subject) {
        return subject == null ? messages.text("none-stated") : abbreviated(subject.toString());
    }

    private static String abbreviated(String reference) {
        return reference.length() <= ABBREVIATED ? reference : reference.substring(0, ABBREVIATED) + "…";
    }

    String link(FilingId screening) {
        return point.link("/screenings/" + screening);
    }

    /** A list version by the day on which it says that it was made, or that nobody stated which was searched. */
    String list(@Nullable Sha256Digest version) {
        if (version == null) {
            return messages.text("none-stated");
        }
        Optional<ListVersion> found = lists.find(version);
        String digest = version.hex().substring(0, ABBREVIATED);
        return found.isEmpty()
                ? messages.text("screening.list.unknown", digest)
                : messages.text(
                        "screening.list.dated",
                        ListDates.of(messages, found.get().dateGenerated()),
                        digest);
    }

    /** The page on which a version stands; null where it is not on record. */
    @Nullable
    String listLink(@Nullable Sha256Digest version) {
        return version == null || lists.find(version).isEmpty()
                ? null
                : point.link("/list-versions") + "#v-" + version.hex();
    }

    /** A role and the id of the person. */
    String by(Role role, String staffId) {
        return messages.text("role.of", messages.text("role." + role.id()), staffId);
    }

    /** The role of who made a command and the id of the person, by the metadata of its event. */
    String by(Map<String, String> metadata) {
        String role = metadata.getOrDefault(Actor.ROLE_KEY, "");
        String key = "role." + role;
        String words = messages.has(key) ? messages.text(key) : role;
        String id = metadata.getOrDefault(Actor.STAFF_ID_KEY, "");
        return role.isEmpty() && id.isEmpty() ? messages.text("role.program") : messages.text("role.of", words, id);
    }
}
