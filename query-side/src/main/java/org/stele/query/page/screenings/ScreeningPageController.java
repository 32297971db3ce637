package org.stele.query.page.screenings;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.View;
import org.stele.events.FilingId;
import org.stele.query.page.DemoNotice;
import org.stele.query.page.PageResponder;
import org.stele.query.page.ViewRequest;
import org.stele.query.screening.ScreeningRegister;
import org.stele.query.view.Parameters;
import org.stele.statefile.screening.ScreeningCut;
import org.stele.statefile.screening.ScreeningLens;
import org.stele.statefile.screening.ScreeningReading;
import org.stele.statefile.screening.Screenings;
import org.stele.web.page.Frame;
import org.stele.web.page.Section;
import org.stele.web.problem.Problem;

/** Answers with one screening. */
@Controller
public final class ScreeningPageController {

    private static final String WITH = "with";

    private final PageResponder responder;
    private final ScreeningRegister register;
    private final DemoNotice demo;

    ScreeningPageController(PageResponder responder, ScreeningRegister register, DemoNotice demo) {
        this.responder = responder;
        this.register = register;
        this.demo = demo;
    }

    @GetMapping(path = "/screenings/{id}", produces = MediaType.TEXT_HTML_VALUE)
    View screening(@PathVariable String id, HttpServletRequest request, WebRequest web) {
        Parameters parameters = responder.parameters(request, WITH);
        FilingId with = parameters.read(WITH, FilingId::parse).orElse(null);
        ViewRequest asked = responder.asked(request, parameters);
        ScreeningCut cut =
                new ScreeningCut(asked.point().treeSize(), asked.point().day());
        Screenings all = register.at(cut, asked.point().audience());
        ScreeningReading found = id(id).flatMap(all::find).orElseThrow(ScreeningPageController::unknown);
        return responder.answer(
                web,
                "screenings/screening.jte",
                asked,
                List.of(found.id(), String.valueOf(with)),
                () -> page(asked, cut, all, found, with));
    }

    private ScreeningPage page(
            ViewRequest asked, ScreeningCut cut, Screenings all, ScreeningReading found, @Nullable FilingId with) {
        ScreeningWords words = new ScreeningWords(asked.messages(), asked.point(), all.lists());
        Frame frame = responder.frame(asked, words.name(found.id()), Section.SCREENINGS);
        ScreeningPresenter presenter = new ScreeningPresenter(frame, asked.point(), all, words, demo.shown());
        if (all.lens(found) != ScreeningLens.WHOLE) {
            return presenter.verdict(found, Objects.requireNonNull(found.verdict(), "a verdict is all that is shown"));
        }
        return presenter.whole(
                register.whole(found.id(), cut, asked.point().audience()).orElseThrow(),
                with == null ? null : all.find(with).orElse(null));
    }

    private static Optional<FilingId> id(String text) {
        try {
            return Optional.of(FilingId.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same for what does not exist and for what who asks may not know of. */
    private static RuntimeException unknown() {
        return Problem.of(
                        404,
                        "unknown-screening",
                        "There is no such screening in this view, or none for who asks. /screenings lists them.")
                .asException();
    }
}
