package org.stele.query.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.stele.events.MemberState;
import org.stele.query.view.StateResult;
import org.stele.query.view.States;
import org.stele.web.page.ViewPoint;

/** What a State's file waits for (rules, section 4.6), as JSON. */
@RestController
final class DueController {

    private final States states;
    private final ViewAnswers answers;

    DueController(States states, ViewAnswers answers) {
        this.states = states;
        this.answers = answers;
    }

    @Operation(summary = "What is due of one Member State, and how its older reports stand")
    @ViewParameters
    @GetMapping(path = "/api/v1/states/{iso3}/due", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DueJson> due(@PathVariable String iso3, HttpServletRequest request) {
        MemberState state = MemberStateParameter.inPath(iso3);
        ViewPoint point = answers.point(request);
        States.Look look = states.look(state, point);
        Optional<String> tag = tag(state, point, look.present(), look.heldFrom());
        if (ViewAnswers.isKnown(request, tag)) {
            return ViewAnswers.notModified(tag.orElseThrow());
        }
        StateResult seen = look.view();
        return ViewAnswers.found(tag(state, point, look.present(), seen.heldFrom()), DueJson.of(seen, point));
    }

    private Optional<String> tag(MemberState state, ViewPoint point, String present, @Nullable Long heldFrom) {
        return answers.tag("due." + state.iso3(), point, present, String.valueOf(heldFrom));
    }
}
