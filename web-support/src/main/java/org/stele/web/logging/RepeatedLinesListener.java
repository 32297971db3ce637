package org.stele.web.logging;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;

/** Installs {@link RepeatedLines} before every logger, once logging is set up. */
final class RepeatedLinesListener implements ApplicationListener<ApplicationPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback
                && logback.getTurboFilterList().stream().noneMatch(RepeatedLines.class::isInstance)) {
            RepeatedLines filter = new RepeatedLines(System::nanoTime);
            filter.setContext(logback);
            filter.start();
            logback.addTurboFilter(filter);
        }
    }
}
