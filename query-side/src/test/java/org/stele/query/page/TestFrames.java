package org.stele.query.page;

import java.time.LocalDate;
import java.util.List;
import org.stele.events.Audience;
import org.stele.query.QueryPages;
import org.stele.web.page.Assets;
import org.stele.web.page.Frame;
import org.stele.web.page.Frames;
import org.stele.web.page.Languages;
import org.stele.web.page.Messages;
import org.stele.web.page.Pages;
import org.stele.web.page.Section;
import org.stele.web.page.ViewPoint;

/** What pages need around them, without an application. */
public final class TestFrames {

    public static final Pages PAGES = new Pages(List.of(QueryPages.MODULE));
    public static final Messages ENGLISH = new Languages(List.of(QueryPages.MODULE)).english();
    public static final ViewPoint DEADLINE = at(LocalDate.of(2019, 12, 22));

    private static final Frames FRAMES =
            new Frames(new Languages(List.of(QueryPages.MODULE)), new Assets(), () -> null);

    private TestFrames() {}

    public static ViewPoint at(LocalDate day) {
        return new ViewPoint(day, day, 185, Audience.AUDIT);
    }

    public static Frame frame(String title, ViewPoint point) {
        return FRAMES.of(ENGLISH, title, Section.BOARD, point, null, null, 185);
    }
}
