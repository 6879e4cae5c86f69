package org.supervision.dashboard;

import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/** The lists each person has kept under a name; nobody sees those of others. */
@Service
public class SavedViews {

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_QUERY = 500;

    private final JdbcClient jdbc;
    private final CurrentUsers currentUsers;

    SavedViews(JdbcClient jdbc, CurrentUsers currentUsers) {
        this.jdbc = jdbc;
        this.currentUsers = currentUsers;
    }

    /** @param query what follows the question mark, encoded; only parameters of its list */
    public record SavedView(long id, String name, String query) {}

    /** In alphabetical order of their names. */
    public List<SavedView> of(ListPage page) {
        return jdbc.sql("select id, name, query from saved_view where username = ? and page = ? order by name, id")
                .param(currentUsers.required().username())
                .param(page.name())
                .query(SavedView.class)
                .list();
    }

    /** @throws DomainException if the name is missing, too long or taken, or there are too many */
    @Transactional
    public void keep(ListPage page, String name, String query) {
        String called = name.strip();
        if (called.isEmpty() || called.codePointCount(0, called.length()) > LONGEST_NAME) {
            throw new DomainException(Kind.INVALID, "dashboard.views.name-needed", LONGEST_NAME);
        }
        if (query.length() > LONGEST_QUERY) {
            throw new DomainException(Kind.INVALID, "dashboard.views.too-long");
        }
        if (of(page).size() >= MOST) {
            throw new DomainException(Kind.CONFLICT, "dashboard.views.too-many", MOST);
        }
        try {
            jdbc.sql("insert into saved_view (username, page, name, query) values (?, ?, ?, ?)")
                    .param(currentUsers.required().username())
                    .param(page.name())
                    .param(called)
                    .param(query)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new DomainException(Kind.CONFLICT, "dashboard.views.taken", called);
        }
    }

    /** Does nothing if it is gone or another person's. */
    public void remove(long id) {
        jdbc.sql("delete from saved_view where id = ? and username = ?")
                .param(id)
                .param(currentUsers.required().username())
                .update();
    }
}
