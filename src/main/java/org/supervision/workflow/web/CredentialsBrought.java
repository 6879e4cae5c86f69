package org.supervision.workflow.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.AuditableEvent;

/**
 * Somebody has come in with credentials of their own call and without a session.
 *
 * @param way {@code basic} or {@code bearer}
 * @param factors what was asked for, as a claim {@code amr} names it
 */
record CredentialsBrought(@Nullable String government, String username, String way, String factors, String address)
        implements AuditableEvent {

    @Override
    public String objectType() {
        return "account";
    }

    @Override
    public String objectId() {
        return username;
    }

    @Override
    public String act() {
        return "sign-in";
    }

    @Override
    public Map<String, Change> changes() {
        Map<String, Change> told = new LinkedHashMap<>();
        told.put("signIn.address", new Change(null, address));
        told.put("signIn.way", new Change(null, way));
        told.put("signIn.factors", new Change(null, factors));
        return told;
    }
}
