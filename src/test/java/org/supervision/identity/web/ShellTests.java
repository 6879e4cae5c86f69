package org.supervision.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supervision.identity.CurrentUser;

/** The sections a person is offered are those the addresses let them open. */
class ShellTests {

    @ParameterizedTest
    @CsvSource({
        "demo/units/demo-u001/liaison, desk key-tasks rounds slips change-requests statistics units calendar public",
        "demo/units/demo-u001/leader, desk key-tasks rounds slips change-requests statistics units calendar public",
        "demo/office/officer, desk key-tasks rounds slips change-requests statistics inspections imports units calendar public",
        "demo/office/chief, desk key-tasks rounds slips change-requests statistics inspections imports units people audit calendar public",
        "demo/city-leader, desk key-tasks rounds slips change-requests statistics units calendar public",
        "admin/system, desk units people channels calendar public",
        "admin/security, desk posts calendar public",
        "admin/audit, desk audit calendar public",
    })
    void eachPostSeesItsSections(String post, String sections) {
        Shell shell = Shell.of(CurrentUser.of("someone", "Someone", Set.of(post)), null, null);

        assertThat(shell.sections()).isEqualTo(List.of(sections.split(" ")));
    }
}
