package org.supervision.identity;

/** What a person may be in a government or in the installation (domain: roles); {@link #segment()} ends the group path. */
public enum Role {
    LIAISON("liaison"),
    UNIT_LEADER("leader"),
    OFFICER("officer"),
    OFFICE_CHIEF("chief"),
    CITY_LEADER("city-leader"),
    SYSTEM_ADMIN("system"),
    SECURITY_ADMIN("security"),
    AUDITOR("audit");

    private final String segment;

    Role(String segment) {
        this.segment = segment;
    }

    public String segment() {
        return segment;
    }
}
