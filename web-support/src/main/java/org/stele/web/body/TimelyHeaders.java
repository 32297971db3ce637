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
 * HTTP/1.1 that closes connections on which the headers of a request are not whole in time. The connector itself asks only
 * that a byte comes now and then, so that one client could hold all connections for hours.
 */
public final class TimelyHeaders extends Http11NioProtocol {

    /** How many times as long as a client may be silent the headers may take. */
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

    /** Closes what was late a second ago too: an answer may just have been sent. */
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

    /** @param limit requests that began before are late */
    private static boolean isLate(SocketWrapperBase<NioChannel> connection, long limit) {
        if (!(connection.getCurrentProcessor() instanceof Processor processor)) {
            return false;
        }
        Request request = processor.getRequest();
        int stage = request.getRequestProcessor().getStage();
        // Between two reads of headers the stage is that of a request that has ended.
        boolean isInHeaders = stage == Constants.STAGE_PARSE || stage == Constants.STAGE_ENDED;
        long began = request.getStartTimeNanos();
        return isInHeaders && began > 0 && began < limit;
    }
}
