package org.stele.query.page.lists;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.View;
import org.stele.events.Audience;
import org.stele.query.page.DemoNotice;
import org.stele.query.page.Listing;
import org.stele.query.page.PageResponder;
import org.stele.query.page.ViewRequest;
import org.stele.query.screening.ScreeningRegister;
import org.stele.query.view.Parameters;
import org.stele.statefile.screening.ScreeningCut;
import org.stele.web.page.Section;
import org.stele.web.page.ViewPoint;

/** Answers with the versions of the lists, which everybody may see. */
@Controller
public final class ListVersionsPageController {

    private final PageResponder responder;
    private final ScreeningRegister register;
    private final DemoNotice demo;

    ListVersionsPageController(PageResponder responder, ScreeningRegister register, DemoNotice demo) {
        this.responder = responder;
        this.register = register;
        this.demo = demo;
    }

    @GetMapping(path = "/list-versions", produces = MediaType.TEXT_HTML_VALUE)
    View versions(HttpServletRequest request, WebRequest web) {
        Parameters parameters = responder.parameters(request, Listing.FROM);
        int from = Listing.from(parameters);
        ViewRequest asked = responder.asked(request, parameters);
        ViewPoint point = asked.point();
        return responder.answer(
                web,
                "lists/versions.jte",
                asked,
                List.of(from),
                () -> new ListVersionsPresenter(
                                responder.frame(asked, asked.messages().text("lists.title"), Section.LIST_VERSIONS),
                                asked,
                                register.at(new ScreeningCut(point.treeSize(), point.day()), Audience.PUBLIC)
                                        .lists())
                        .draw(from, demo.shown()));
    }
}
