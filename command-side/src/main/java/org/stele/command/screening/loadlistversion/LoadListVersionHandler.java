package org.stele.command.screening.loadlistversion;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.modelling.annotation.InjectEntity;
import org.stele.command.entry.Rejected;
import org.stele.command.rules.FreeText;
import org.stele.command.screening.list.ConsolidatedList;
import org.stele.command.screening.list.ListComparison;
import org.stele.command.screening.list.ListRecord;
import org.stele.events.Role;
import org.stele.events.Tags;
import org.stele.events.screening.ListVersionLoaded;
import org.stele.events.screening.ListVersionRejected;
import org.stele.events.screening.ListVersionReleased;
import org.stele.events.screening.list.HoldReason;
import org.stele.events.screening.list.ListStatus;

/** Records a version of the list: it stands, or is held where it looks wrong beside the one that stands. */
final class LoadListVersionHandler {

    /** What stands for the address where nobody stated it. */
    static final String NOT_STATED = "NOT_STATED";

    @CommandHandler
    void handle(LoadListVersion command, @InjectEntity State state, EventAppender events) {
        events.append(decide(command, state));
    }

    static ListVersionLoaded decide(LoadListVersion command, State state) {
        command.entry().requireRole(Role.REGISTRAR);
        requireAddress(command.source());
        ConsolidatedList loaded = command.version();
        if (state.list.knows(loaded.sha256())) {
            throw Rejected.lifecycle("list-version-already-loaded", "A version with these bytes is on record.");
        }
        ConsolidatedList current = state.list.current();
        List<HoldReason> reasons = ListComparison.reasonsToHold(current, loaded);
        return new ListVersionLoaded(
                command.list(),
                command.source(),
                loaded.dateGenerated(),
                loaded.sha256(),
                loaded.entriesCount(),
                reasons.isEmpty() ? ListStatus.CURRENT : ListStatus.HELD,
                reasons,
                current == null ? null : current.sha256(),
                ListComparison.delta(current, loaded),
                loaded.entries());
    }

    /** An address as it may be shown: the UN's server redirects to signed ones, which are secrets for a while. */
    private static void requireAddress(String source) {
        if (!source.equals(NOT_STATED) && !isPlainAddress(source)) {
            throw Rejected.malformed(
                    "source",
                    "Expected the address that was asked for, http or https, without user, query and fragment.");
        }
        FreeText.require("source", source, FreeText.MAX_ADDRESS);
    }

    private static boolean isPlainAddress(String source) {
        try {
            URI address = new URI(source);
            boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return isWeb
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** What is on record about the versions of the list. */
    @EventSourcedEntity
    record State(ListRecord list) {

        @EntityCreator
        State() {
            this(ListRecord.empty());
        }

        @EventSourcingHandler
        State on(ListVersionLoaded event) {
            return new State(list.with(event));
        }

        @EventSourcingHandler
        State on(ListVersionReleased event) {
            return new State(list.with(event));
        }

        @EventSourcingHandler
        State on(ListVersionRejected event) {
            return new State(list.with(event));
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(String list, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.LIST, list)
                    .andBeingOneOfTypes(
                            types, ListVersionLoaded.class, ListVersionReleased.class, ListVersionRejected.class);
        }
    }
}
