package org.stele.query.page.board;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.View;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.query.page.BoardLayer;
import org.stele.query.page.DemoNotice;
import org.stele.query.page.PageResponder;
import org.stele.query.page.ViewRequest;
import org.stele.query.view.Board;
import org.stele.query.view.Parameters;
import org.stele.query.view.ViewPoints;
import org.stele.statefile.StateFile;
import org.stele.statefile.inview.RemainingHistory;
import org.stele.statefile.status.Derived;
import org.stele.statefile.status.StateView;
import org.stele.web.page.Section;
import org.stele.web.page.ViewPoint;

/** Answers with the board. */
@Controller
public final class BoardPageController {

    private final PageResponder responder;
    private final Board board;
    private final ViewPoints viewPoints;
    private final BoardPresenter presenter;
    private final DemoNotice demo;

    BoardPageController(
            PageResponder responder, Board board, ViewPoints viewPoints, BoardPresenter presenter, DemoNotice demo) {
        this.responder = responder;
        this.board = board;
        this.viewPoints = viewPoints;
        this.presenter = presenter;
        this.demo = demo;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    View board(HttpServletRequest request, WebRequest web) {
        Parameters parameters = responder.parameters(request, "show");
        BoardLayer show = parameters.read("show", BoardLayer::parse).orElse(BoardLayer.REPAT);
        ViewRequest asked = responder.asked(request, parameters);
        LocalDate today = viewPoints.today();
        Board.Look look = board.look(asked.point());
        return responder.answer(
                web,
                "board/board.jte",
                asked,
                List.of(show, today, look.heldFrom(), look.notTrusted()),
                () -> page(asked, show, today, look.files()));
    }

    /** What the board draws of one State. */
    private record Drawn(Statuses statuses, List<RemainingSeries.Change> changes) {}

    private BoardPage page(ViewRequest asked, BoardLayer show, LocalDate today, Board.Files files) {
        List<Drawn> drawn = files.each((file, view) -> new Drawn(statuses(view), changes(file, asked.point())));
        return presenter.draw(new BoardPresenter.Material(
                responder.frame(asked, asked.messages().text("board.title"), Section.BOARD),
                asked.point(),
                asked.ledgerHead(),
                show,
                today,
                drawn.stream().map(Drawn::statuses).toList(),
                drawn.stream().flatMap(one -> one.changes().stream()).toList(),
                files.notTrusted(),
                demo.shown()));
    }

    static Statuses statuses(StateView view) {
        return new Statuses(
                view.memberState(),
                view.repatriation().status(),
                view.midtermReport().status(),
                view.halfRule().status(),
                view.finalReport().status(),
                Set.copyOf(view.flags()),
                derived(view));
    }

    private static Set<ObligationId> derived(StateView view) {
        Set<ObligationId> derived = EnumSet.noneOf(ObligationId.class);
        if (view.repatriation().derived().contains(Derived.STATUS)) {
            derived.add(ObligationId.REPAT);
        }
        if (view.halfRule().isDerived()) {
            derived.add(ObligationId.REP_HALF);
        }
        return derived;
    }

    /** The sending State does not report; what is recorded about it is in its file. */
    static List<RemainingSeries.Change> changes(StateFile file, ViewPoint point) {
        MemberState state = file.memberState();
        return state == MemberState.PRK
                ? List.of()
                : RemainingHistory.of(file, point.day()).stream()
                        .map(step ->
                                new RemainingSeries.Change(step.knownFrom(), state, step.persons(), step.isDerived()))
                        .toList();
    }
}
