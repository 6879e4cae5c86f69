package org.supervision.tables;

import java.util.ArrayList;
import java.util.List;
import org.supervision.shared.DomainException;
import org.supervision.tables.read.RowValues;

/** What may be said about names in a document: a unit is one unit, and a known name keeps its meaning. */
record UnitAnswerPolicy(UnitNames names, List<String> texts) {

    /** For the rows that name these units. */
    static UnitAnswerPolicy of(UnitNames names, List<RowValues> rows) {
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> {
            texts.addAll(row.supportingUnits());
            if (row.leadUnit() != null) {
                texts.add(row.leadUnit());
            }
        });
        return new UnitAnswerPolicy(names, texts);
    }

    void check(UnitAnswers answers) {
        answers.groups().forEach((text, members) -> {
            require(UnitNames.isUsed(text, texts), "unitGroups", "tables.error.not-in-row", text);
            require(!isUnit(text), "unitGroups", "tables.error.not-a-group", text);
            members.forEach(member -> checkUnit("unitGroups", member));
        });
        answers.aliases().forEach((name, unit) -> {
            require(UnitNames.isUsed(name, texts), "unitAliases", "tables.error.not-in-row", name);
            require(
                    names.answer(name) != null || !isUnit(name) && !names.isGroup(name),
                    "unitAliases",
                    "tables.error.not-new",
                    name);
            checkUnit("unitAliases", unit);
        });
    }

    /** One unit, known or new, and no code that nobody has. */
    private void checkUnit(String field, String nameOrCode) {
        require(
                !nameOrCode.isBlank() && !names.isUnknownCode(nameOrCode) && !names.isGroup(nameOrCode),
                field,
                "tables.error.not-a-unit",
                nameOrCode);
    }

    private boolean isUnit(String text) {
        List<String> units = names.unitsOf(text);
        return !names.isGroup(text) && units.stream().noneMatch(names::isNew);
    }

    private static void require(boolean holds, String field, String code, String text) {
        if (!holds) {
            throw DomainException.invalidField(field, code, text);
        }
    }
}
