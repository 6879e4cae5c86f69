package org.supervision.demo;

import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.supervision.identity.Accounts;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.GovernmentCreated;
import org.supervision.identity.GroupPath;
import org.supervision.identity.OrgUnitCreated;
import org.supervision.identity.Role;

/** Gives every government, unit and the installation its accounts, all with the password {@code demo}. */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoAccounts implements ApplicationRunner {

    static final String PASSWORD = "demo";

    private final Accounts accounts;
    private final ResourceBundleMessageSource names = new ResourceBundleMessageSource();

    DemoAccounts(Accounts accounts) {
        this.accounts = accounts;
        names.setBasename("demo/accounts");
        names.setDefaultEncoding("UTF-8");
    }

    @Override
    public void run(ApplicationArguments args) {
        create("sysadmin", GroupPath.admin(Role.SYSTEM_ADMIN), "");
        create("secadmin", GroupPath.admin(Role.SECURITY_ADMIN), "");
        create("auditor", GroupPath.admin(Role.AUDITOR), "");
    }

    @EventListener
    void on(GovernmentCreated government) {
        String prefix = government.code().equals(DemoCity.CODE) ? "" : government.code() + "-";
        create(prefix + "officer", GroupPath.office(government.code(), Role.OFFICER), government.name());
        create(prefix + "chief", GroupPath.office(government.code(), Role.OFFICE_CHIEF), government.name());
        create(prefix + "mayor", GroupPath.cityLeader(government.code()), government.name());
    }

    @EventListener
    void on(OrgUnitCreated unit) {
        create(unit.code() + "-liaison", GroupPath.liaison(unit.government(), unit.code()), unit.name());
        create(unit.code() + "-leader", GroupPath.unitLeader(unit.government(), unit.code()), unit.name());
    }

    private void create(String username, GroupPath group, String of) {
        String name = names.getMessage(group.role().segment(), new Object[] {of}, java.util.Locale.ROOT);
        accounts.create(new Account(username, name, Set.of(group.toString())), PASSWORD);
    }
}
