package org.stele.query.page.events;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.View;
import org.stele.query.page.DemoNotice;
import org.stele.query.page.PageResponder;
import org.stele.query.page.ViewRequest;
import org.stele.query.view.Parameters;
import org.stele.query.withheld.Sight;
import org.stele.query.withheld.Sights;
import org.stele.web.page.Section;

/** Answers with a page of events. */
@Controller
public final class EventsPageController {

    private final PageResponder responder;
    private final EventPager slices;
    private final Sights sights;
    private final DemoNotice demo;

    EventsPageController(PageResponder responder, EventPager slices, Sights sights, DemoNotice demo) {
        this.responder = responder;
        this.slices = slices;
        this.sights = sights;
        this.demo = demo;
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_HTML_VALUE)
    View events(HttpServletRequest request, WebRequest web) {
        Parameters parameters = responder.parameters(request, EventFilter.PARAMETERS);
        EventFilter filter = EventFilter.read(parameters);
        ViewRequest asked = responder.asked(request, parameters);
        Sight sight = sights.of(request);
        return responder.answer(
                web, "events/events.jte", asked, List.of(filter, sight.tag()), () -> page(asked, filter, sight));
    }

    private EventsPage page(ViewRequest asked, EventFilter filter, Sight sight) {
        return new EventsPresenter(
                        responder.frame(asked, asked.messages().text("events.title"), Section.EVENTS),
                        asked.point(),
                        filter)
                .draw(slices.read(filter, asked.point().treeSize()), sight, demo.shown());
    }
}
