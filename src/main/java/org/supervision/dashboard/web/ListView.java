package org.supervision.dashboard.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.dashboard.SavedViews.SavedView;

/**
 * A list as its address asks for it.
 *
 * @param path of the list, without query
 * @param query encoded, with what belongs to the list alone; empty for the whole list
 * @param columns all that can be left out
 * @param shown those that are shown
 * @param saved views the person has kept of this list
 */
record ListView(String path, String query, List<String> columns, List<String> shown, List<SavedView> saved) {

    public boolean shows(String column) {
        return shown.contains(column);
    }

    /** For pages of the same list. */
    public String address() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** For links that change one thing and keep the columns; {@code null} while all are shown. */
    public @Nullable String cols() {
        return shown.size() == columns.size() ? null : String.join(",", shown);
    }

    public boolean alreadyKept() {
        return saved.stream().anyMatch(view -> view.query().equals(query));
    }
}
