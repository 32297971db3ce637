package org.stele.web.body;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Constants;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 that closes connections whose request headers do not arrive in time. The connector itself only requires a
 * byte now and then, so one client could occupy all connections for hours.
 */
public final class TimelyHeaders extends Http11NioProtocol {

    /** The time for the headers, as a multiple of the permitted silence. */
    private static final int SILENCES = 2;

    private @Nullable ScheduledFuture<?> watch;
    private Set<SocketWrapperBase<NioChannel>> late = Set.of();

    @Override
    public void start() throws Exception {
        super.start();
        watch = getUtilityExecutor().scheduleWithFixedDelay(this::closeLate, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (watch != null) {
            watch.cancel(false);
        }
        super.stop();
    }

    /** Closes only what was already late a second ago: an answer may just have been sent. */
    private void closeLate() {
        long now = System.nanoTime();
        long mostNanos = TimeUnit.MILLISECONDS.toNanos((long) SILENCES * getConnectionTimeout());
        Set<SocketWrapperBase<NioChannel>> seen = new HashSet<>();
        for (SocketWrapperBase<NioChannel> connection : getEndpoint().getConnections()) {
            if (!isLate(connection, now - mostNanos)) {
                continue;
            }
            if (late.contains(connection)) {
                connection.close();
            } else {
                seen.add(connection);
            }
        }
        late = seen;
    }

    /** @param limit requests that began before it are late */
    private static boolean isLate(SocketWrapperBase<NioChannel> connection, long limit) {
        if (!(connection.getCurrentProcessor() instanceof Processor processor)) {
            return false;
        }
        Request request = processor.getRequest();
        int stage = request.getRequestProcessor().getStage();
        // Between two reads of headers the stage is that of a finished request.
        boolean isInHeaders = stage == Constants.STAGE_PARSE || stage == Constants.STAGE_ENDED;
        long began = request.getStartTimeNanos();
        return isInHeaders && began > 0 && began < limit;
    }
}
