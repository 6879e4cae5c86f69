package org.supervision.identity;

import java.util.List;

/**
 * A bureau, county government, zone committee or company that leads or supports key tasks (单位).
 *
 * @param code ASCII, {@code <government>-u001} in order of first appearance, unique in the installation
 * @param aliases other and former names under which documents mention it
 */
public record OrgUnit(String code, String government, String name, List<String> aliases) {}
