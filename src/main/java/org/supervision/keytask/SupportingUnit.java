package org.supervision.keytask;

import java.util.List;

/**
 * A partner as the document names it.
 *
 * @param unitCodes the units it stands for: one, several for a group, none for a group nobody has resolved yet
 */
public record SupportingUnit(String text, List<String> unitCodes) {

    public SupportingUnit {
        unitCodes = unitCodes.stream().distinct().toList();
    }

    @Override
    public String toString() {
        return unitCodes.isEmpty() ? text : text + " " + unitCodes;
    }
}
