package org.stele.query.page.due;

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
import org.stele.query.view.Board;
import org.stele.query.view.DueOverview.Filter;
import org.stele.query.view.Parameters;
import org.stele.web.page.Section;

/** Answers with what is due of all States. */
@Controller
public final class DuePageController {

    private final PageResponder responder;
    private final Board board;
    private final DemoNotice demo;

    DuePageController(PageResponder responder, Board board, DemoNotice demo) {
        this.responder = responder;
        this.board = board;
        this.demo = demo;
    }

    @GetMapping(path = "/due", produces = MediaType.TEXT_HTML_VALUE)
    View due(HttpServletRequest request, WebRequest web) {
        Parameters parameters =
                responder.parameters(request, Filter.STATE, Filter.CODE, Filter.OBLIGATION, Listing.FROM);
        Filter filter = Filter.read(parameters);
        int from = Listing.from(parameters);
        ViewRequest asked = responder.asked(request, parameters);
        Board.Look look = board.look(asked.point());
        return responder.answer(
                web,
                "due/due.jte",
                asked,
                List.of(filter, from, look.heldFrom(), look.notTrusted()),
                () -> new DuePresenter(
                                responder.frame(asked, asked.messages().text("due.title"), Section.DUE), asked, filter)
                        .draw(look.files(), from, demo.shown()));
    }
}
