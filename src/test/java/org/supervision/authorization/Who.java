package org.supervision.authorization;

import java.util.function.Function;
import org.supervision.TestCities.TestCity;

/** Who asks, by the post held and its relation to what is asked for; in the order of the matrix's columns. */
enum Who {
    STRANGER(null),
    LEAD_LIAISON(city -> city.home().liaison(0)),
    LEAD_LEADER(city -> city.home().leader(0)),
    PARTNER_LIAISON(city -> city.home().liaison(1)),
    PARTNER_LEADER(city -> city.home().leader(1)),
    OTHER_LIAISON(city -> city.home().liaison(2)),
    OTHER_LEADER(city -> city.home().leader(2)),
    OFFICER(city -> city.home().officer()),
    CHIEF(city -> city.home().chief()),
    CITY_LEADER(city -> city.home().mayor()),
    FOREIGN_LIAISON(city -> city.foreign().liaison(0)),
    FOREIGN_LEADER(city -> city.foreign().leader(0)),
    FOREIGN_OFFICER(city -> city.foreign().officer()),
    FOREIGN_CHIEF(city -> city.foreign().chief()),
    FOREIGN_CITY_LEADER(city -> city.foreign().mayor()),
    SYSTEM_ADMIN(city -> "sysadmin"),
    SECURITY_ADMIN(city -> "secadmin"),
    AUDITOR(city -> "auditor"),
    /** Somebody with an account and no post. */
    NOBODY(Cities::nobody);

    /** The government asked about and another. */
    record Cities(TestCity home, TestCity foreign, String nobody) {}

    private final Function<Cities, String> account;

    Who(Function<Cities, String> account) {
        this.account = account;
    }

    boolean isSignedIn() {
        return account != null;
    }

    String username(Cities cities) {
        return account.apply(cities);
    }
}
