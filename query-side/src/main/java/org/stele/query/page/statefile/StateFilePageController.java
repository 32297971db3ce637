package org.stele.query.page.statefile;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.View;
import org.stele.events.MemberState;
import org.stele.query.page.DemoNotice;
import org.stele.query.page.PageResponder;
import org.stele.query.page.ViewRequest;
import org.stele.query.view.States;
import org.stele.web.problem.Problem;

/** Answers with one State's file. */
@Controller
public final class StateFilePageController {

    private final PageResponder responder;
    private final States states;
    private final DemoNotice demo;

    StateFilePageController(PageResponder responder, States states, DemoNotice demo) {
        this.responder = responder;
        this.states = states;
        this.demo = demo;
    }

    @GetMapping(path = "/states/{iso3}", produces = MediaType.TEXT_HTML_VALUE)
    View stateFile(@PathVariable String iso3, HttpServletRequest request, WebRequest web) {
        MemberState state = MemberState.find(iso3).orElseThrow(StateFilePageController::unknown);
        ViewRequest asked = responder.asked(request, responder.parameters(request));
        States.Look look = states.look(state, asked.point());
        return responder.answer(
                web,
                "statefile/statefile.jte",
                asked,
                List.of(state, String.valueOf(look.heldFrom())),
                () -> StateFilePresenter.draw(
                        responder.frame(asked, state.officialName(), null),
                        asked.point(),
                        asked.ledgerHead(),
                        look.view(),
                        demo.shown()));
    }

    private static RuntimeException unknown() {
        return Problem.of(
                        404,
                        "unknown-member-state",
                        "No Member State has this code. Codes have three capital letters, such as NOR.")
                .asException();
    }
}
