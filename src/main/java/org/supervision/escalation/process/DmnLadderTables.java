package org.supervision.escalation.process;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.supervision.escalation.LadderPlace;
import org.supervision.escalation.LadderRow;
import org.supervision.escalation.LadderRule;
import org.supervision.escalation.LadderTables;
import org.supervision.escalation.Rung;
import org.supervision.reporting.CycleStep;
import org.supervision.workflow.ActingApplication;

/** Reads and writes ladders as decision tables: the shipped one with other rows, deployed for one government. */
@Component
class DmnLadderTables implements LadderTables {

    private static final String ANY = "-";

    private final DmnLadder ladder;
    private final RepositoryService repository;
    private final ActingApplication application;

    DmnLadderTables(DmnLadder ladder, @Lazy RepositoryService repository, ActingApplication application) {
        this.ladder = ladder;
        this.repository = repository;
        this.application = application;
    }

    @Override
    public List<LadderRow> rows(@Nullable String definitionId) {
        return table(model(definitionId)).getRules().stream()
                .map(DmnLadderTables::row)
                .toList();
    }

    @Override
    public String deploy(String government, List<LadderRow> rows) {
        DmnModelInstance model = model(null);
        Collection<Rule> rules = table(model).getRules();
        rules.clear();
        rows.forEach(row -> rules.add(rule(model, row)));
        return application.get(() -> repository
                .createDeployment()
                .name(DmnLadder.KEY)
                .tenantId(government)
                .addModelInstance(DmnLadder.KEY + ".dmn", model)
                .deployWithResult()
                .getDeployedDecisionDefinitions()
                .get(0)
                .getId());
    }

    /** A copy of its own, not the one the engine keeps. */
    private DmnModelInstance model(@Nullable String definitionId) {
        InputStream table = application.get(() -> repository.getDecisionModel(ladder.table(definitionId)));
        return Dmn.readModelFromStream(table);
    }

    private static DecisionTable table(DmnModelInstance model) {
        return model.getModelElementsByType(DecisionTable.class).iterator().next();
    }

    private static LadderRow row(Rule rule) {
        List<String> asked = rule.getInputEntries().stream()
                .map(entry -> entry.getText().getTextContent().replace("\"", "").strip())
                .toList();
        List<String> answered = rule.getOutputEntries().stream()
                .map(entry -> entry.getText().getTextContent().replace("\"", "").strip())
                .toList();
        return new LadderRow(
                new LadderPlace(
                        CycleStep.valueOf(asked.get(0)),
                        asked.get(1).equals(ANY) ? null : Boolean.valueOf(asked.get(1)),
                        Rung.valueOf(asked.get(2))),
                new LadderRule(
                        Integer.parseInt(answered.get(0)),
                        DmnLadder.audience(answered.get(1)),
                        Integer.parseInt(answered.get(2)),
                        answered.get(3).isEmpty() ? null : Integer.valueOf(answered.get(3))));
    }

    private static Rule rule(DmnModelInstance model, LadderRow row) {
        LadderPlace place = row.place();
        LadderRule what = row.rule();
        Rule rule = model.newInstance(Rule.class);
        for (String text : List.of(
                quoted(place.step().name()),
                place.important() == null ? ANY : place.important().toString(),
                quoted(place.rung().name()))) {
            InputEntry entry = model.newInstance(InputEntry.class);
            entry.setText(text(model, text));
            rule.getInputEntries().add(entry);
        }
        for (String text : List.of(
                String.valueOf(what.days()),
                quoted(what.audience().stream().map(Enum::name).collect(Collectors.joining(","))),
                String.valueOf(what.points()),
                what.limitDays() == null ? "" : what.limitDays().toString())) {
            OutputEntry entry = model.newInstance(OutputEntry.class);
            entry.setText(text(model, text));
            rule.getOutputEntries().add(entry);
        }
        return rule;
    }

    private static Text text(DmnModelInstance model, String content) {
        Text text = model.newInstance(Text.class);
        text.setTextContent(content);
        return text;
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
