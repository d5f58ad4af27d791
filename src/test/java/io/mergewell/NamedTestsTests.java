package io.mergewell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that docs/reliability.md names are there. */
class NamedTestsTests {

    private static final Pattern NAMED = Pattern.compile("`(?!IntegrationTests`)([A-Z]\\w+Tests)(?:\\.(\\w+))?`");

    @Test
    void areAllThere() throws IOException {
        Map<String, String> tests = tests();
        Matcher named = NAMED.matcher(Files.readString(Path.of("docs", "reliability.md")));
        List<MatchResult> names = named.results().toList();

        assertThat(names).hasSizeGreaterThan(20);
        assertThat(names.stream().filter(name -> !isThere(name, tests)).map(MatchResult::group))
                .isEmpty();
    }

    private static boolean isThere(MatchResult name, Map<String, String> tests) {
        String test = tests.getOrDefault(name.group(1), "");
        return name.group(2) == null ? !test.isEmpty() : test.contains("void " + name.group(2) + "(");
    }

    /** The text of each test class by its name. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("Tests.java")).toList()) {
                tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return tests;
    }
}
