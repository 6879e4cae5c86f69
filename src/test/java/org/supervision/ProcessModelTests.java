package org.supervision;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.supervision.workflow.ProcessBean;

/** Every diagram under {@code processes/} keeps the rules that make it readable and safe to run. */
class ProcessModelTests {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path FORMS = Path.of("forms");
    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern KEBAB = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern VERSION = Pattern.compile(".*-v\\d*$");
    private static final Pattern ID_REST = Pattern.compile("(_[A-Z][A-Za-z0-9]*)+");
    private static final Pattern CHINESE = Pattern.compile(".*\\p{IsHan}.*");

    /** A variable, its negation, a delegate, or one call with plain arguments: no operators, no nesting. */
    private static final Pattern EXPRESSION =
            Pattern.compile("\\$\\{!?(?<name>[a-z]\\w*)(\\.(?<method>[a-z]\\w*)\\((?<arguments>[\\w, ]*)\\))?}");

    static Stream<Path> diagrams() throws IOException {
        return files(PROCESSES, ".bpmn").stream();
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static BpmnModelInstance model(Path diagram) {
        return Bpmn.readModelFromFile(diagram.toFile());
    }

    private static Process process(BpmnModelInstance model) {
        Collection<Process> processes = model.getModelElementsByType(Process.class);
        assertThat(processes).hasSize(1);
        return processes.iterator().next();
    }

    /** The engine sees bare file names in the artifact. */
    @Test
    void fileNamesAreUniqueAcrossFolders() throws IOException {
        List<Path> all = new ArrayList<>(files(PROCESSES, ""));
        all.addAll(files(FORMS, ""));
        assertThat(all.stream()
                        .filter(Files::isRegularFile)
                        .map(Path::getFileName)
                        .map(Path::toString))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches(".+\\.(bpmn|dmn|form)"));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void fileIsNamedAfterItsProcess(Path diagram) {
        String id = process(model(diagram)).getId();

        assertThat(diagram.getFileName()).hasToString(id + ".bpmn");
        assertThat(id).matches(KEBAB).doesNotMatch(VERSION);
        assertThat(diagram.getNameCount()).as("processes/<package>/<file>").isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void processIsExecutableAndItsHistoryEnds(Path diagram) {
        Process process = process(model(diagram));

        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
        assertThat(process.getName()).matches(CHINESE);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void elementIdsTellTypeAndMeaning(Path diagram) {
        for (FlowElement element : model(diagram).getModelElementsByType(FlowElement.class)) {
            String prefix = element instanceof SequenceFlow
                    ? "Flow"
                    : element instanceof Gateway
                            ? "Gateway"
                            : capitalized(element.getElementType().getTypeName());
            assertThat(element.getId()).startsWith(prefix + "_");
            assertThat(element.getId().substring(prefix.length())).matches(ID_REST);
        }
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void labelsAreChineseAndOfTheirKind(Path diagram) {
        BpmnModelInstance model = model(diagram);
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            boolean joins = node instanceof Gateway && node.getOutgoing().size() < 2;
            if (!joins) {
                assertThat(node.getName()).as(node.getId()).isNotNull().matches(CHINESE);
            }
            if (node instanceof Gateway && !joins) {
                assertThat(node.getName()).as("a question").endsWith("？");
                assertThat(node.getOutgoing())
                        .as("the answers to " + node.getId())
                        .allSatisfy(
                                flow -> assertThat(flow.getName()).isNotNull().matches(CHINESE));
            }
            if (node instanceof Event) {
                assertThat(node.getName()).as("what has happened").containsPattern("[已待]");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void nothingIsScriptedOrNamesAClass(Path diagram) throws IOException {
        BpmnModelInstance model = model(diagram);
        String xml = Files.readString(diagram);

        assertThat(model.getModelElementsByType(ScriptTask.class)).isEmpty();
        assertThat(model.getModelElementsByType(CamundaScript.class)).isEmpty();
        assertThat(xml)
                .doesNotContain("camunda:class")
                .doesNotContain("scriptFormat")
                .doesNotContain("language=")
                .doesNotContain("timeDuration")
                .doesNotContain("camunda:connector")
                .doesNotContain("camunda:assignee")
                .doesNotContain("camunda:candidateUsers");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void expressionsHoldNoLogicAndNameBeansOfTheirOwnPackage(Path diagram) throws Exception {
        String ownPackage = "org.supervision." + diagram.getParent().getFileName() + ".process";
        Map<String, Class<?>> beans = processBeans();
        Matcher found = Pattern.compile("[$#]\\{[^}]*}").matcher(Files.readString(diagram));
        int expressions = 0;
        while (found.find()) {
            expressions++;
            Matcher expression = EXPRESSION.matcher(found.group());
            assertThat(expression.matches()).as(found.group()).isTrue();
            Class<?> bean = beans.get(expression.group("name"));
            if (expression.group("method") != null) {
                assertThat(bean).as("bean of " + found.group()).isNotNull();
                assertThat(hasMethod(bean, expression)).as(found.group()).isTrue();
            }
            if (bean != null) {
                assertThat(bean.getPackageName()).as(found.group()).isEqualTo(ownPackage);
            }
        }
        assertThat(expressions).isPositive();
    }

    private static boolean hasMethod(Class<?> bean, Matcher expression) {
        String arguments = expression.group("arguments").trim();
        int count = arguments.isEmpty() ? 0 : arguments.split(",").length;
        return Arrays.stream(bean.getDeclaredMethods())
                .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getName().equals(expression.group("method")))
                .map(Method::getParameterCount)
                .anyMatch(parameters -> parameters == count);
    }

    private static Map<String, Class<?>> processBeans() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ProcessBean.class));
        return scanner.findCandidateComponents("org.supervision").stream()
                .map(definition -> classNamed(definition.getBeanClassName()))
                .collect(toMap(type -> type.getAnnotation(ProcessBean.class).value(), type -> type));
    }

    private static Class<?> classNamed(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void userTasksHaveFormCandidatesAndOneCompleteListener(Path diagram) throws IOException {
        List<String> forms = files(FORMS, ".form").stream()
                .map(form -> form.getFileName().toString().replace(".form", ""))
                .toList();
        for (UserTask task : model(diagram).getModelElementsByType(UserTask.class)) {
            assertThat(forms).as(task.getId()).contains(task.getCamundaFormRef());
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
            // From the aggregate, never from a variable that somebody might write.
            assertThat(task.getCamundaCandidateGroups()).matches("\\$\\{\\w+\\.\\w+\\(execution\\)}");
            assertThat(extensions(task, CamundaTaskListener.class).stream()
                            .filter(listener -> listener.getCamundaEvent().equals("complete")))
                    .singleElement()
                    .satisfies(listener ->
                            assertThat(listener.getCamundaExpression()).matches("\\$\\{\\w+\\.\\w+\\(task\\)}"));
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void serviceTasksRunAsJobsThatAreRetried(Path diagram) {
        for (ServiceTask task : model(diagram).getModelElementsByType(ServiceTask.class)) {
            assertThat(task.isCamundaAsyncBefore()).as(task.getId()).isTrue();
            assertThat(task.getCamundaDelegateExpression()).as(task.getId()).isNotBlank();
            assertThat(extensions(task, CamundaFailedJobRetryTimeCycle.class))
                    .as(task.getId())
                    .singleElement()
                    .satisfies(cycle -> assertThat(cycle.getTextContent()).matches("R\\d+/PT?\\d+[SMHD]"));
        }
    }

    private static <T extends org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance> Collection<T> extensions(
            Task task, Class<T> type) {
        return task.getExtensionElements() == null
                ? List.of()
                : task.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(type)
                        .list();
    }

    /** A date comes from the calendar; only a process that starts by a timer has a rhythm of its own. */
    @ParameterizedTest
    @MethodSource("diagrams")
    void timersAskTheCalendarForADate(Path diagram) {
        for (TimerEventDefinition timer : model(diagram).getModelElementsByType(TimerEventDefinition.class)) {
            TimeDate date = timer.getTimeDate();
            boolean rhythm = timer.getTimeCycle() != null && timer.getParentElement() instanceof StartEvent;
            if (!rhythm) {
                assertThat(date).as("timeDate of " + timer.getParentElement()).isNotNull();
                assertThat(date.getTextContent()).matches("\\$\\{\\w+\\.\\w+\\(execution\\)}");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyStepCanBeReached(Path diagram) {
        for (FlowNode node : model(diagram).getModelElementsByType(FlowNode.class)) {
            boolean entry = node instanceof StartEvent
                    || node instanceof BoundaryEvent
                    || node instanceof SubProcess sub && sub.triggeredByEvent();
            assertThat(entry || !node.getIncoming().isEmpty()).as(node.getId()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void isDrawnSoThatItCanBeRead(Path diagram) {
        assertThat(new ProcessDrawing(model(diagram)).mistakes()).isEmpty();
    }

    @Test
    void delegatesAreShort() throws IOException {
        List<Path> delegates = files(SOURCES, "Delegate.java");
        assertThat(delegates).isNotEmpty();
        for (Path delegate : delegates) {
            List<String> lines = Files.readAllLines(delegate);
            int from = lines.indexOf("    public void execute(DelegateExecution execution) {");
            int to = lines.subList(Math.max(from, 0), lines.size()).indexOf("    }");
            assertThat(from)
                    .as(delegate + " is a " + JavaDelegate.class.getSimpleName())
                    .isPositive();
            assertThat(to - 1).as("lines of " + delegate).isLessThanOrEqualTo(10);
        }
    }
}
