package org.stele.query;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.stele.query.page.DemoNotice;
import org.stele.query.page.PageResponder;
import org.stele.query.page.board.BoardPageController;
import org.stele.query.page.board.BoardPresenter;
import org.stele.query.page.board.World;
import org.stele.query.page.due.DuePageController;
import org.stele.query.page.events.EventsPageController;
import org.stele.query.page.lists.ListVersionsPageController;
import org.stele.query.page.screenings.ScreeningPageController;
import org.stele.query.page.screenings.ScreeningsPageController;
import org.stele.query.page.statefile.StateFilePageController;
import org.stele.web.page.PageModule;

/** The pages for people: their templates, messages and controllers. */
@Configuration(proxyBeanMethods = false)
@Import({
    PageResponder.class,
    BoardPageController.class,
    StateFilePageController.class,
    DuePageController.class,
    ScreeningsPageController.class,
    ScreeningPageController.class,
    ListVersionsPageController.class,
    EventsPageController.class
})
public class QueryPages {

    public static final PageModule MODULE = new PageModule("org.stele.query.jte", "org.stele.query.messages");

    @Bean
    PageModule queryPageModule() {
        return MODULE;
    }

    @Bean
    DemoNotice demoNotice(Environment environment) {
        return new DemoNotice(environment.acceptsProfiles(Profiles.of("demo")));
    }

    @Bean
    BoardPresenter boardDrawing() {
        return new BoardPresenter(World.read());
    }
}
