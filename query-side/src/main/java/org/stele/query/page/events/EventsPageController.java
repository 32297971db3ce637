package org.stele.query.page.events;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.View;
import org.stele.query.lens.EventLens;
import org.stele.query.lens.EventLenses;
import org.stele.query.page.DemoNotice;
import org.stele.query.page.PageResponder;
import org.stele.query.page.ViewRequest;
import org.stele.query.view.Parameters;
import org.stele.web.page.Section;

/** Answers with a page of events. */
@Controller
public final class EventsPageController {

    private final PageResponder responder;
    private final EventPager slices;
    private final EventLenses lenses;
    private final DemoNotice demo;

    EventsPageController(PageResponder responder, EventPager slices, EventLenses lenses, DemoNotice demo) {
        this.responder = responder;
        this.slices = slices;
        this.lenses = lenses;
        this.demo = demo;
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_HTML_VALUE)
    View events(HttpServletRequest request, WebRequest web) {
        Parameters parameters = responder.parameters(request, EventFilter.PARAMETERS);
        EventFilter filter = EventFilter.read(parameters);
        ViewRequest asked = responder.asked(request, parameters);
        return responder.answer(
                web, "events/events.jte", asked, List.of(filter), () -> page(asked, filter, lenses.of(asked.point())));
    }

    private EventsPage page(ViewRequest asked, EventFilter filter, EventLens lens) {
        return new EventsPresenter(
                        responder.frame(asked, asked.messages().text("events.title"), Section.EVENTS),
                        asked.point(),
                        filter)
                .draw(slices.read(filter, lens, asked.point().treeSize()), lens, demo.shown());
    }
}
