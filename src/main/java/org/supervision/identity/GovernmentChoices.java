package org.supervision.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.shared.DomainException;

/** Whose directory a page shows: that of the reader's own government, or the one an administrator chooses. */
@Component
public class GovernmentChoices {

    private final Governments governments;
    private final CurrentUsers currentUsers;

    GovernmentChoices(Governments governments, CurrentUsers currentUsers) {
        this.governments = governments;
        this.currentUsers = currentUsers;
    }

    /**
     * What is chosen, and from what.
     *
     * @param government {@code null} while an administrator has to choose
     * @param all empty for people of one government
     */
    public record Choice(@Nullable String government, List<Government> all) {

        /** For acts, which are about one. */
        public String required() {
            if (government == null) {
                throw DomainException.invalidField("government", "identity.error.required");
            }
            return government;
        }
    }

    /** Another government does not exist for people of one; where only one is served there is no choice. */
    public Choice of(@Nullable String named) {
        CurrentUser reader = currentUsers.required();
        String wanted = named == null || named.isBlank() ? null : named;
        if (reader.government() != null) {
            if (wanted != null && !wanted.equals(reader.government())) {
                throw DomainException.notFound(wanted);
            }
            return new Choice(reader.government(), List.of());
        }
        List<Government> all = governments.all();
        if (wanted == null) {
            return new Choice(all.size() == 1 ? all.get(0).code() : null, all);
        }
        return new Choice(governments.get(wanted).code(), all);
    }
}
