package io.mergewell;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.mergewell.crm.connect.CrmSystem;
import io.mergewell.crm.systems.CrmSystems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The chapters depend in one direction, and the core is plain Java. */
class ArchitectureTests {

    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.mergewell");

    /** What is not closed of the chapter on systems. */
    private static final String[] PORTS = {"..crm.write", "..crm.settings", "..crm.connect", "..crm.systems"};

    /** Whom each chapter may know, itself left out. */
    private static final Map<String, List<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("csv", List.of()),
            Map.entry("person", List.of()),
            Map.entry("normalise", List.of("person")),
            Map.entry("match", List.of("person", "normalise")),
            Map.entry("cluster", List.of("person", "normalise", "match")),
            Map.entry("plan", List.of("person", "normalise", "match", "cluster")),
            Map.entry("crm", List.of("csv", "person", "plan")),
            Map.entry("store", List.of("person", "normalise", "match", "cluster", "plan")),
            Map.entry("review", List.of("csv", "person", "normalise", "match", "cluster", "plan")),
            Map.entry(
                    "apply",
                    List.of("csv", "person", "normalise", "match", "cluster", "plan", "crm", "store", "review")),
            Map.entry("sandbox", List.of("person")));

    private static final Path SOURCES = Path.of("src/main/java/io/mergewell");
    private static final Pattern COMMENT = Pattern.compile("(?m)^ *(//|/\\*|\\*).*$");

    private static final List<String> PLAIN_JAVA =
            List.of("csv", "person", "normalise", "match", "cluster", "plan", "crm", "review", "apply", "sandbox");

    @Test
    void chaptersKnowOnlyThoseBeforeThem() {
        MAY_KNOW.forEach((chapter, known) -> {
            String[] others = MAY_KNOW.keySet().stream()
                    .filter(other -> !other.equals(chapter) && !known.contains(other))
                    .map(ArchitectureTests::inside)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(inside(chapter))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage(inside("job"), inside("cli"))
                    .allowEmptyShould(true)
                    .check(CODE);
        });
    }

    @Test
    void noChapterIsPartOfACycle() {
        slices().matching("io.mergewell.(*)..").should().beFreeOfCycles().check(CODE);
        slices().matching("io.mergewell.(**)").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void jobsDoNotKnowTheCommandLine() {
        noClasses()
                .that()
                .resideInAPackage(inside("job"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(inside("cli"))
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void adaptersAreClosedToTheRestOfTheProgram() {
        classes()
                .that()
                .resideInAPackage("io.mergewell.crm.(*)..")
                .and()
                .resideOutsideOfPackages(PORTS)
                .should()
                .onlyBeAccessed()
                .byAnyPackage("io.mergewell.crm..")
                .allowEmptyShould(true)
                .check(CODE);
    }

    /** Whoever adds a system has nothing to do elsewhere. What is said about one in a comment binds nobody. */
    @Test
    void noChapterButCrmAndSandboxNamesASystem() throws IOException {
        List<String> systems = CrmSystems.ALL.stream().map(CrmSystem::type).toList();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> elsewhere = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            Stream.of("crm", "sandbox").noneMatch(name -> file.startsWith(SOURCES.resolve(name))))
                    .toList();

            assertThat(elsewhere).hasSizeGreaterThan(100);
            for (Path file : elsewhere) {
                String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
                assertThat(code.toLowerCase(Locale.ROOT)).as(file.toString()).doesNotContain(systems);
            }
        }
    }

    @Test
    void theCoreIsPlainJava() {
        PLAIN_JAVA.forEach(chapter -> noClasses()
                .that()
                .resideInAPackage(inside(chapter))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .allowEmptyShould(true)
                .check(CODE));
    }

    private static String inside(String chapter) {
        return "io.mergewell." + chapter + "..";
    }
}
