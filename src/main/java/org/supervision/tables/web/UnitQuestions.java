package org.supervision.tables.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.UnitDirectory;
import org.supervision.tables.ImportPreview;
import org.supervision.tables.ImportPreview.NewUnit;
import org.supervision.tables.ImportRow;
import org.supervision.tables.read.ProblemCode;
import org.supervision.tables.read.TableProblem;

/**
 * What a person is asked about the units of a document.
 *
 * @param open names somebody should look at
 * @param assumed names that are new beyond doubt
 * @param answered names somebody has looked at
 * @param known units of the directory
 * @param created names of the document that become units
 */
record UnitQuestions(
        List<Name> open,
        List<Name> assumed,
        List<Name> answered,
        List<Group> groups,
        List<OrgUnit> known,
        List<String> created) {

    /** A row that names a unit, by its ordinal and, where it has one, its number. */
    record Mention(int row, @Nullable Integer number) {}

    /** @param answer code or name of the unit it stands for; the name itself if it is a unit of its own */
    record Name(String name, List<Mention> mentions, String answer) {}

    /**
     * A phrase for several units.
     *
     * @param units names of those it stands for
     * @param asText whether somebody said that it stays a phrase
     */
    record Group(String text, List<Mention> mentions, List<String> units, boolean asText) {

        public boolean isOpen() {
            return units.isEmpty() && !asText;
        }
    }

    static UnitQuestions of(ImportPreview preview, List<OrgUnit> known) {
        Map<String, String> answers = preview.table().unitAnswers().aliases();
        Set<String> answeredKeys = keys(answers.keySet().stream());
        Set<String> asked = keys(
                preview.problems().stream().filter(UnitQuestions::isAboutUnit).map(problem -> problem.arguments()
                        .get(0)));
        List<Name> open = new ArrayList<>();
        List<Name> assumed = new ArrayList<>();
        for (NewUnit unit : preview.newUnits()) {
            String key = UnitDirectory.key(unit.name());
            if (!answeredKeys.contains(key)) {
                Name name = new Name(unit.name(), mentions(preview, unit.rows()), unit.name());
                (asked.contains(key) ? open : assumed).add(name);
            }
        }
        List<Name> answered = answers.entrySet().stream()
                .map(answer -> new Name(answer.getKey(), mentions(preview, answer.getKey()), answer.getValue()))
                .filter(name -> !name.mentions().isEmpty())
                .toList();
        Set<String> phrases = keys(preview.table().unitAnswers().groups().entrySet().stream()
                .filter(answer -> answer.getValue().isEmpty())
                .map(Map.Entry::getKey));
        List<Group> groups = preview.unitGroups().stream()
                .map(group -> new Group(
                        group.text(),
                        mentions(preview, group.rows()),
                        group.units(),
                        phrases.contains(UnitDirectory.key(group.text()))))
                .toList();
        return new UnitQuestions(
                open,
                assumed,
                answered,
                groups,
                known,
                preview.newUnits().stream().map(NewUnit::name).toList());
    }

    /** Where on the page the question of this problem is answered; null if it is not about a unit's name. */
    @Nullable
    String anchor(TableProblem problem) {
        if (!isAboutUnit(problem)) {
            return null;
        }
        String key = UnitDirectory.key(problem.arguments().get(0));
        boolean group =
                groups.stream().anyMatch(each -> UnitDirectory.key(each.text()).equals(key));
        return group ? "unit-groups" : "units";
    }

    /** Whether there is any name to ask about, groups left aside. */
    public boolean isAsked() {
        return !(open.isEmpty() && assumed.isEmpty() && answered.isEmpty());
    }

    private static boolean isAboutUnit(TableProblem problem) {
        return ProblemCode.ABOUT_UNITS.stream().anyMatch(code -> code.code().equals(problem.code()));
    }

    private static List<Mention> mentions(ImportPreview preview, List<Integer> rows) {
        return rows.stream()
                .map(row -> new Mention(row, preview.row(row).values().number()))
                .toList();
    }

    private static List<Mention> mentions(ImportPreview preview, String name) {
        String key = UnitDirectory.key(name);
        return preview.rows().stream()
                .filter(row ->
                        names(row).anyMatch(text -> UnitDirectory.key(text).equals(key)))
                .map(row -> new Mention(row.row(), row.values().number()))
                .toList();
    }

    private static Stream<String> names(ImportRow row) {
        return Stream.concat(Stream.ofNullable(row.values().leadUnit()), row.values().supportingUnits().stream());
    }

    private static Set<String> keys(Stream<String> names) {
        return names.filter(Objects::nonNull).map(UnitDirectory::key).collect(Collectors.toCollection(HashSet::new));
    }
}
