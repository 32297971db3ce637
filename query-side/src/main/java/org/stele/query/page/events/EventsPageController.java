package org.stele.query.page.events;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.View;
import org.stele.query.lens.SeenEvent;
import org.stele.query.lens.SeenEvents;
import org.stele.query.page.DemoNotice;
import org.stele.query.page.PageResponder;
import org.stele.query.page.ViewRequest;
import org.stele.query.view.EventPosition;
import org.stele.query.view.Parameters;
import org.stele.web.page.Section;

/** Answers with a page of events, or with one. */
@Controller
public final class EventsPageController {

    private final PageResponder responder;
    private final SeenEvents seen;
    private final DemoNotice demo;

    EventsPageController(PageResponder responder, SeenEvents seen, DemoNotice demo) {
        this.responder = responder;
        this.seen = seen;
        this.demo = demo;
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_HTML_VALUE)
    View events(HttpServletRequest request, WebRequest web) {
        Parameters parameters = responder.parameters(request, EventFilter.PARAMETERS);
        EventFilter filter = EventFilter.read(parameters);
        ViewRequest asked = responder.asked(request, parameters);
        return responder.answer(web, "events/events.jte", asked, List.of(filter), () -> page(asked, filter));
    }

    @GetMapping(path = "/events/{position}", produces = MediaType.TEXT_HTML_VALUE)
    View event(@PathVariable String position, HttpServletRequest request, WebRequest web) {
        ViewRequest asked = responder.asked(request, responder.parameters(request));
        long at = EventPosition.inPath(position);
        long size = asked.point().treeSize();
        SeenEvent event = at > size ? null : seen.of(asked.point()).at(at);
        if (event == null) {
            throw EventPosition.unknown(position, size);
        }
        return responder.answer(web, "events/entry.jte", asked, List.of(at), () -> entry(asked, event));
    }

    private EventPage entry(ViewRequest asked, SeenEvent event) {
        return EventPage.of(
                responder.frame(asked, asked.messages().text("events.entry", event.position()), Section.EVENTS),
                asked.point(),
                EventItem.of(event),
                demo.shown());
    }

    private EventsPage page(ViewRequest asked, EventFilter filter) {
        EventPager pager = new EventPager(seen.of(asked.point()));
        return new EventsPresenter(
                        responder.frame(asked, asked.messages().text("events.title"), Section.EVENTS),
                        asked.point(),
                        filter)
                .draw(pager.read(filter, asked.point().treeSize()), demo.shown());
    }
}
