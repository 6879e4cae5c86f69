package org.supervision;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The packages use each other only along the arrows each declares, and only through what is public. */
class ModularityTests {

    @Test
    void modulesKeepToTheirArrows() {
        ApplicationModules.of(SupervisionApplication.class).verify();
    }
}
