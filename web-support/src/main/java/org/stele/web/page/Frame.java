package org.stele.web.page;

import org.jspecify.annotations.Nullable;
import org.stele.events.Actor;
import org.stele.events.MemberState;

/**
 * The frame of every page: its title, language and section.
 *
 * @param title the first heading, without the product's name
 * @param current the section that the page belongs to; null for an error
 * @param point what the page shows; null for a page that shows no view
 * @param lasting a permanent address of this view; null where this is it, and without a view
 * @param otherAudience the address of this page as the public sees it, or as the reader does where it is shown as the public sees
 *     it; null for a reader who has no choice
 * @param visitor who looks; null where an application has no sign-in
 * @param ledgerHead the position of the ledger's last event when the page was made; null when it is not known
 */
public record Frame(
        Messages messages,
        Assets assets,
        String title,
        @Nullable Section current,
        @Nullable ViewPoint point,
        @Nullable String lasting,
        @Nullable String otherAudience,
        @Nullable Visitor visitor,
        @Nullable Long ledgerHead) {

    public String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /** The address of a section that keeps the reader's view. */
    public String link(Section section) {
        return section.link(point);
    }

    /** For whom the page is made, in words; empty without a view. */
    public String audienceLine() {
        if (point == null) {
            return "";
        }
        MemberState state = point.audience().memberState();
        return text("audience." + point.audience().kind(), state == null ? "" : state.officialName());
    }

    /** Who is signed in, such as "signatory of Norway, NOR-PM-2"; empty where nobody is. */
    public String visitorLine() {
        Actor actor = visitor == null ? null : visitor.actor();
        if (actor == null) {
            return "";
        }
        MemberState state = actor.memberState();
        String role = text("role." + actor.role().id());
        return state == null
                ? text("visitor.line", role, actor.staffId())
                : text("visitor.state-line", role, state.officialName(), actor.staffId());
    }

    /** The words of the link to the other audience. */
    public String otherAudienceWords() {
        return text(point != null && point.isAnothers() ? "audience.as-reader" : "audience.as-public");
    }

    /** The view in words, such as "as of 22 December 2019, known on the same day". */
    public String viewLine() {
        if (point == null) {
            return "";
        }
        String effective = messages.date(point.effectiveOn());
        return point.knowsTheSameDay()
                ? text("view.same-day", effective)
                : text("view.two-days", effective, messages.date(point.knownOn()));
    }
}
