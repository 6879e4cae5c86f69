package org.supervision.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which posts one person may hold together. */
class GroupPathTests {

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "a/units/u1/liaison, true",
        "a/units/u1/liaison a/units/u1/leader, true",
        "a/office/officer a/office/chief, true",
        "a/office/chief a/city-leader, true",
        "admin/system, true",
        "a/units/u1/liaison a/units/u2/leader, false",
        "a/units/u1/liaison b/office/chief, false",
        "a/city-leader b/city-leader, false",
        "admin/system admin/audit, false",
        "admin/audit a/office/chief, false",
    })
    void postsOfOneGovernmentAndUnitFitTogetherAndAnAdministratorsFitsNone(String paths, boolean fit) {
        List<GroupPath> posts = Arrays.stream(paths.split(" "))
                .map(GroupPath::parse)
                .flatMap(Optional::stream)
                .toList();

        assertThat(GroupPath.fitTogether(posts)).isEqualTo(fit);
    }
}
