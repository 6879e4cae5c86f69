package org.supervision.authorization;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.filter.OncePerRequestFilter;

/** Requests that say so leave nothing behind: who may do what is tried with acts that would change what others try. */
@TestComponent
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RolledBack extends OncePerRequestFilter {

    static final String HEADER = "X-Rolled-Back";

    private final PlatformTransactionManager transactions;

    RolledBack(PlatformTransactionManager transactions) {
        this.transactions = transactions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        TransactionStatus transaction = transactions.getTransaction(new DefaultTransactionDefinition());
        try {
            chain.doFilter(request, response);
        } finally {
            transactions.rollback(transaction);
        }
    }
}
