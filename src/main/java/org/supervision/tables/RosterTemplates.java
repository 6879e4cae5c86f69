package org.supervision.tables;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GovernmentChoices;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.PostGrants;
import org.supervision.identity.Role;
import org.supervision.tables.write.RosterTemplate;
import org.supervision.workflow.Refusals;

/** The blank roster of a government, with its units and the posts that who takes it out may fill. */
@Service
public class RosterTemplates {

    private static final List<String> HEADS =
            List.of("name", "unit", "post", "username", "phone", "office-phone", "mail");

    private final OrgUnits units;
    private final GovernmentChoices choices;
    private final CurrentUsers currentUsers;
    private final Refusals words;

    RosterTemplates(OrgUnits units, GovernmentChoices choices, CurrentUsers currentUsers, Refusals words) {
        this.units = units;
        this.choices = choices;
        this.currentUsers = currentUsers;
        this.words = words;
    }

    /** @param government the system administrator says which */
    public byte[] write(@Nullable String government) {
        var reader = currentUsers.requiredIn(Role.OFFICE_CHIEF, Role.SYSTEM_ADMIN);
        return RosterTemplate.write(
                new RosterTemplate.Words(
                        text("title"),
                        text("hint"),
                        text("units"),
                        HEADS.stream().map(this::text).toList(),
                        Stream.of(Role.values())
                                .filter(role -> PostGrants.mayFill(reader, role))
                                .filter(role -> role.compareTo(Role.SYSTEM_ADMIN) < 0)
                                .map(role -> words.text("portal.post." + role, List.of(), Locale.SIMPLIFIED_CHINESE))
                                .toList()),
                units.of(choices.of(government).required()).stream()
                        .map(OrgUnit::name)
                        .toList());
    }

    /** Always in the language in which rosters are read. */
    private String text(String key) {
        return words.text("tables.roster.template." + key, List.of(), Locale.SIMPLIFIED_CHINESE);
    }
}
