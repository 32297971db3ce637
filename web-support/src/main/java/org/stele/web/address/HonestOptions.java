package org.stele.web.address;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the servlet from listing every method that it knows for an address that accepts none of them. */
public final class HonestOptions extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean asks = request.getMethod().equals("OPTIONS");
        chain.doFilter(request, asks ? new WithoutInventions(response) : response);
    }

    private static final class WithoutInventions extends HttpServletResponseWrapper {

        WithoutInventions(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            boolean isInvented = HttpHeaders.ALLOW.equalsIgnoreCase(name) && getStatus() >= 400;
            if (!isInvented) {
                super.setHeader(name, value);
            }
        }
    }
}
