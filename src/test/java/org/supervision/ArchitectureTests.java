package org.supervision;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Who may use what, and the habits of the code that a compiler does not see. */
@AnalyzeClasses(packages = "org.supervision", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final Pattern PACKAGES = Pattern.compile(
            "org\\.supervision(\\.(shared|identity|calendar|workflow|keytask|audit|reporting|changerequest|escalation"
                    + "|dashboard|notification|demo|tables(\\.(read|write))?))?(\\.(web|process))?");

    private static final Path SOURCES = Path.of("src/main/java");

    /** Classes the engine instantiates itself. */
    private static final String INSTANTIATED_BY_NAME = "EngineApplicationsSignIn|ReadableIdentities";

    @ArchTest
    static final ArchRule engineIsKnownToWorkflowAndProcessPackagesOnly = noClasses()
            .that()
            .resideOutsideOfPackages("org.supervision.workflow..", "org.supervision.*.process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..");

    @ArchTest
    static final ArchRule rowsAreReadAtOnceBecauseAnOpenStreamKeepsItsConnection =
            noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.supervision.demo.SimulatedClock")
            .should()
            .callMethodWhere(describe(
                    "reads the system's time",
                    call -> call.getTargetOwner().getPackageName().equals("java.time")
                                    && call.getName().equals("now")
                                    && call.getTarget().getRawParameterTypes().stream()
                                            .noneMatch(
                                                    type -> type.getSimpleName().equals("Clock"))
                            || call.getTargetOwner().isEquivalentTo(System.class)
                                    && Set.of("currentTimeMillis", "nanoTime").contains(call.getName())))
            .orShould()
            .callConstructor(java.util.Date.class);

    @ArchTest
    static final ArchRule packagesAreTheAgreedOnes = classes()
            .should(hold("be in an agreed package", type -> PACKAGES.matcher(type.getPackageName())
                    .matches()));

    @ArchTest
    static final ArchRule webAndProcessAreTheModulesOwn = classes()
            .that()
            .resideInAnyPackage("org.supervision.*.web", "org.supervision.*.process")
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .and()
            .haveNameNotMatching(".*[.](" + INSTANTIATED_BY_NAME + ")")
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule rootsKnowNeitherWebNorProcess = noClasses()
            .that(describe(
                    "are in a module's root", type -> type.getPackageName().matches("org\\.supervision\\.[a-z]+")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.supervision.*.web..", "org.supervision.*.process.."));

    @ArchTest
    static final ArchRule repositoriesArePackagePrivate = classes()
            .that()
            .haveSimpleNameEndingWith("Repository")
            .or()
            .areAssignableTo(org.springframework.data.repository.Repository.class)
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Util|Utils|Helper|Impl|VO|DTO|Dto)")
            .orShould()
            .haveNameMatching(".*[.$](Task|Report|Plan)");

    @ArchTest
    static final ArchRule sharedHoldsNoBeans = noClasses()
            .that()
            .resideInAPackage("org.supervision.shared")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.stereotype..",
                    "org.springframework.context..",
                    "org.springframework.beans..",
                    "org.springframework.jdbc..",
                    "org.springframework.web..");

    /**
     * What a completed step does has no second door: a method that changes something and is called by a module's {@code
     * process} is called by nothing outside that module's root and {@code process}.
     */
    @ArchTest
    static void actsOfAProcessHaveNoSecondDoor(JavaClasses types) {
        List<JavaMethodCall> acts = types.stream()
                .filter(type -> type.getPackageName().endsWith(".process"))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().getPackageName().equals(moduleOf(call.getOriginOwner())))
                .filter(ArchitectureTests::changesSomething)
                .toList();
        assertThat(acts).isNotEmpty();
        assertThat(acts.stream().flatMap(ArchitectureTests::secondDoors)).isEmpty();
    }

    private static boolean changesSomething(JavaMethodCall call) {
        return call.getTarget()
                .resolveMember()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> method.isAnnotatedWith(Transactional.class)
                        ? !method.getAnnotationOfType(Transactional.class).readOnly()
                        : method.getOwner().isAnnotatedWith(Transactional.class)
                                && !method.getOwner()
                                        .getAnnotationOfType(Transactional.class)
                                        .readOnly())
                .isPresent();
    }

    private static Stream<JavaMethodCall> secondDoors(JavaMethodCall act) {
        String module = moduleOf(act.getOriginOwner());
        return act.getTargetOwner().getMethodCallsToSelf().stream()
                .filter(call ->
                        call.getTarget().getFullName().equals(act.getTarget().getFullName()))
                .filter(call -> !List.of(module, module + ".process")
                        .contains(call.getOriginOwner().getPackageName()));
    }

    private static String moduleOf(JavaClass type) {
        return type.getPackageName().replaceAll("(org\\.supervision\\.[a-z]+).*", "$1");
    }

    @ArchTest
    static final ArchRule transactionsOfTheEngineAreNotLeft = noClasses()
            .that()
            .resideInAPackage("org.supervision.*.process")
            .should()
            .callMethodWhere(describe("suspends the engine's transaction", (JavaCall<?> call) -> call.getTarget()
                    .resolveMember()
                    .filter(method -> method.isAnnotatedWith(Transactional.class))
                    .map(method -> method.getAnnotationOfType(Transactional.class)
                            .propagation()
                            .name()
                            .equals("REQUIRES_NEW"))
                    .orElse(false)));

    @Test
    void everyPackageIsNullMarked() throws Exception {
        for (String name : packages()) {
            assertThat(Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class))
                    .as(name)
                    .isTrue();
        }
    }

    private static Set<String> packages() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> SOURCES.relativize(file.getParent()).toString().replace('/', '.'))
                    .filter(name -> !name.equals("org.supervision"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void filesStayShort() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> tooLong = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file).size() > 330)
                    .map(Path::toString)
                    .toList();
            assertThat(tooLong).isEmpty();
        }
    }

    /** Each type says in a sentence what it is. */
    @Test
    void everyTypeIsDescribed() throws IOException {
        Pattern type =
                Pattern.compile("^(public |abstract |final |sealed )*(class|interface|record|enum|@interface) .*");
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> silent = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> {
                        List<String> lines = lines(file);
                        int declared = 0;
                        while (declared < lines.size()
                                && !type.matcher(lines.get(declared)).matches()) {
                            declared++;
                        }
                        return declared < lines.size()
                                && lines.subList(0, declared).stream().noneMatch(line -> line.startsWith("/**"));
                    })
                    .map(Path::toString)
                    .toList();
            assertThat(silent).isEmpty();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ArchCondition<JavaClass> hold(String description, java.util.function.Predicate<JavaClass> rule) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!rule.test(type)) {
                    events.add(SimpleConditionEvent.violated(type, type.getFullName() + " does not " + description));
                }
            }
        };
    }
}
