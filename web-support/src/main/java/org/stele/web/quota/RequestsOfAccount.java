package org.stele.web.quota;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stele.web.limit.Limit;
import org.stele.web.limit.Limits;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemResponse;

/**
 * Refuses further requests of an account that sent too many, from whichever addresses and by whichever of its tokens; and costly
 * views above those that one account, or one address, may ask for at the same time.
 */
final class RequestsOfAccount extends OncePerRequestFilter {

    private final Requesters requesters;
    private final ProblemResponse problems;
    private final Policy ofAccount;
    private final CostlyViews views;

    RequestsOfAccount(Requesters requesters, ProblemResponse problems, Limits limits, TimeMeter time) {
        this.requesters = requesters;
        this.problems = problems;
        this.ofAccount = new Policy(
                "account",
                "one account",
                limits.of(Limit.REQUESTS_OF_ACCOUNT),
                limits.of(Limit.REQUESTS_OF_ACCOUNT_A_MINUTE),
                time);
        this.views = new CostlyViews(limits);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Uncounted.isHealth(request) || Uncounted.isPartOfPage(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isThisMachine = requesters.isThisMachine(request);
        boolean isCostly = CostlyViews.isOne(request);
        Optional<String> account = isThisMachine && !isCostly ? Optional.empty() : requesters.account(request);
        Problem refusal = isThisMachine
                ? null
                : account.map(name -> ofAccount.take(name, response)).orElse(null);
        if (refusal != null) {
            problems.write(refusal, request, response);
        } else if (isCostly) {
            view(owner(account.orElse(null), request), isThisMachine, request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void view(
            String owner,
            boolean isThisMachine,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        try (CostlyViews.Place place = views.enter(owner, isThisMachine)) {
            if (place.isGiven()) {
                chain.doFilter(request, response);
                return;
            }
        }
        TooMany.retryAfter(CostlyViews.RETRY_SECONDS, response);
        problems.write(views.refusal(isThisMachine), request, response);
    }

    /** An address never looks like the name of an account. */
    private String owner(@Nullable String account, HttpServletRequest request) {
        return account == null ? "address " + requesters.address(request) : "account " + account;
    }
}
