package org.supervision.escalation.process;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.supervision.escalation.Audience;
import org.supervision.escalation.LadderDecisions;
import org.supervision.escalation.LadderRule;
import org.supervision.escalation.Rung;
import org.supervision.reporting.CycleStep;
import org.supervision.workflow.ActingApplication;

/** Asks {@code escalation-ladder.dmn}; a deployed table never changes, so that each question is put to it once. */
@Component
class DmnLadder implements LadderDecisions {

    static final String KEY = "escalation-ladder";

    private record Question(String definitionId, CycleStep step, boolean important, Rung rung) {}

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final ActingApplication application;
    private final Map<Question, Optional<LadderRule>> answers = new ConcurrentHashMap<>();
    private volatile @Nullable String shipped;

    DmnLadder(@Lazy DecisionService decisions, @Lazy RepositoryService repository, ActingApplication application) {
        this.decisions = decisions;
        this.repository = repository;
        this.application = application;
    }

    @Override
    public Optional<LadderRule> decide(@Nullable String definitionId, CycleStep step, boolean important, Rung rung) {
        return answers.computeIfAbsent(new Question(table(definitionId), step, important, rung), this::evaluate);
    }

    /** The id of a table; without one, of the shipped table. */
    String table(@Nullable String definitionId) {
        return definitionId == null ? shipped() : definitionId;
    }

    /** The application deploys it before the first job runs. */
    private String shipped() {
        String id = shipped;
        if (id == null) {
            id = application.get(() -> repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(KEY)
                    .withoutTenantId()
                    .latestVersion()
                    .singleResult()
                    .getId());
            shipped = id;
        }
        return id;
    }

    private Optional<LadderRule> evaluate(Question question) {
        return application
                .get(() -> decisions
                        .evaluateDecisionTableById(question.definitionId())
                        .variables(Map.of(
                                "step", question.step().name(),
                                "important", question.important(),
                                "rung", question.rung().name()))
                        .evaluate())
                .stream()
                .findFirst()
                .map(DmnLadder::rule);
    }

    private static LadderRule rule(DmnDecisionRuleResult row) {
        Number limit = (Number) row.getEntryMap().get("limitDays");
        return new LadderRule(
                row.<Number>getEntry("days").intValue(),
                audience(row.getEntry("audience")),
                row.<Number>getEntry("points").intValue(),
                limit == null ? null : limit.intValue());
    }

    static Set<Audience> audience(String names) {
        return Arrays.stream(names.split(",\\s*"))
                .map(Audience::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Audience.class)));
    }
}
