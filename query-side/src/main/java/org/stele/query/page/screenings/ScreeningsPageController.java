package org.stele.query.page.screenings;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.View;
import org.stele.query.page.DemoNotice;
import org.stele.query.page.Listing;
import org.stele.query.page.PageResponder;
import org.stele.query.page.ViewRequest;
import org.stele.query.page.screenings.ScreeningsPresenter.Kind;
import org.stele.query.screening.ScreeningQuery;
import org.stele.query.screening.ScreeningRegister;
import org.stele.query.view.Parameters;
import org.stele.statefile.screening.Screenings;
import org.stele.web.page.Frame;
import org.stele.web.page.Section;

/** Answers with the lists of screenings. */
@Controller
public final class ScreeningsPageController {

    private final PageResponder responder;
    private final ScreeningRegister register;
    private final DemoNotice demo;

    ScreeningsPageController(PageResponder responder, ScreeningRegister register, DemoNotice demo) {
        this.responder = responder;
        this.register = register;
        this.demo = demo;
    }

    @GetMapping(path = "/screenings", produces = MediaType.TEXT_HTML_VALUE)
    View list(HttpServletRequest request, WebRequest web) {
        Parameters parameters = responder.parameters(
                request, ScreeningQuery.STATE, ScreeningQuery.STATUS, ScreeningQuery.QUESTION, Listing.FROM);
        return answer(Kind.LIST, request, web, parameters);
    }

    @GetMapping(path = "/screenings/due", produces = MediaType.TEXT_HTML_VALUE)
    View due(HttpServletRequest request, WebRequest web) {
        return answer(Kind.DUE, request, web, responder.parameters(request, ScreeningQuery.STATE, Listing.FROM));
    }

    @GetMapping(path = "/screenings/pairings", produces = MediaType.TEXT_HTML_VALUE)
    View pairings(HttpServletRequest request, WebRequest web) {
        return answer(Kind.PAIRINGS, request, web, responder.parameters(request, ScreeningQuery.STATE, Listing.FROM));
    }

    private View answer(Kind kind, HttpServletRequest request, WebRequest web, Parameters parameters) {
        int from = Listing.from(parameters);
        ScreeningQuery.Filter filter = ScreeningQuery.Filter.read(parameters);
        ViewRequest asked = responder.asked(request, parameters);
        ScreeningQuery query = new ScreeningQuery(asked.point(), filter);
        Screenings screenings = register.at(query.cut(), query.audience());
        boolean isIncomplete = query.isIncomplete(register);
        return responder.answer(
                web, "screenings/screenings.jte", asked, List.of(kind, filter, from, isIncomplete), () -> {
                    Frame frame =
                            responder.frame(asked, asked.messages().text(kind.words("title")), Section.SCREENINGS);
                    return new ScreeningsPresenter(kind, frame, asked, query, screenings)
                            .draw(from, isIncomplete, query.unreadable(register), demo.shown());
                });
    }
}
