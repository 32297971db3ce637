package org.stele.web.quota;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stele.web.body.Farewell;
import org.stele.web.limit.Limit;
import org.stele.web.limit.Limits;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemResponse;

/** Refuses further requests from an address that sent too many, before a body is read or the database is asked anything. */
final class RequestsOfAddress extends OncePerRequestFilter {

    private final Requesters requesters;
    private final Farewell farewell;
    private final Policy ofAddress;
    private final Policy ofThisMachine;

    RequestsOfAddress(Requesters requesters, ProblemResponse problems, Limits limits, TimeMeter time) {
        this.requesters = requesters;
        this.farewell = new Farewell(problems);
        this.ofAddress = new Policy(
                "address",
                "one address",
                limits.of(Limit.REQUESTS_OF_ADDRESS),
                limits.of(Limit.REQUESTS_OF_ADDRESS_A_MINUTE),
                time);
        this.ofThisMachine = new Policy(
                "this-machine",
                "this machine",
                limits.of(Limit.REQUESTS_OF_THIS_MACHINE),
                limits.of(Limit.REQUESTS_OF_THIS_MACHINE_A_MINUTE),
                time);
    }

    /** Whoever watches the service must not take it for dead because it is asked much. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Uncounted.isHealth(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Policy policy = requesters.isThisMachine(request) ? ofThisMachine : ofAddress;
        String address = policy == ofThisMachine ? "" : requesters.address(request);
        Problem refusal = policy.take(address, response);
        if (refusal == null) {
            chain.doFilter(request, response);
        } else {
            farewell.refuse(refusal, request, response);
        }
    }
}
