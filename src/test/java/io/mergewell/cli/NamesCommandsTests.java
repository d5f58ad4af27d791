package io.mergewell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.sandbox.Sandbox;
import io.mergewell.sandbox.SandboxSettings;
import io.mergewell.sandbox.population.CustomField;
import io.mergewell.sandbox.world.Company;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read, as it is typed: names where the CRM has numbers. */
class NamesCommandsTests {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern ORGANISATION = Pattern.compile("(?<=[\",])([^\",]+) \\((\\d+)\\)(?=[\",])");
    private static final Pattern ROW = Pattern.compile("\nr[0-9a-f]+,[^,]*,MERGE,\\w+,[\\d.]+,(\\d+),(\\d+),");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"pipedrive, ''", "pipedrive-v1, 'reader: list'", "pipedrive-v1, 'reader: collection'"})
    void aReportOfTheSandboxSpeaksOfNamesAlone(String type, String options) throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.in(folder).withPersons(400))) {
            Path job = job(sandbox, type, options, "{}");

            Typed typed = new Typed(folder);
            assertThat(typed.run("dry-run", job.toString())).as(typed.err()).isEqualTo(ExitCode.DONE);

            assertThat(typed.out()).doesNotContain("names could not be read");
            for (String file : new String[] {"review.csv", "groups.csv", "review.html"}) {
                assertThat(Files.readString(folder.resolve("reports/latest/" + file)))
                        .as(file)
                        .contains("Nora Berg (2)", "Source: ")
                        .doesNotContainPattern(KEY)
                        .doesNotContain("no. ");
            }
            String groups = Files.readString(folder.resolve("reports/latest/groups.csv"));
            assertThat(groups).contains("Customer number: C-");
            assertThat(ORGANISATION.matcher(groups).results())
                    .filteredOn(NamesCommandsTests::isNoUser)
                    .isNotEmpty()
                    .allMatch(found -> found.group(1).equals(Company.nameOf(Long.parseLong(found.group(2)))));
        }
    }

    @Test
    void explainNamesAFieldThatTheJobFileNamesByItsKey() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.in(folder).withPersons(400))) {
            String key = CustomField.SOURCE.key();
            Path job = job(sandbox, "pipedrive", "", "{ custom." + key + ": exact }");
            assertThat(new Typed(folder).run("dry-run", job.toString())).isEqualTo(ExitCode.DONE);
            String review = Files.readString(folder.resolve("reports/latest/review.csv"));
            MatchResult pair = ROW.matcher(review)
                    .results()
                    .filter(row -> review.substring(row.start() + 1, review.indexOf('\n', row.start() + 1))
                            .contains("Source the same ("))
                    .findFirst()
                    .orElseThrow();

            Typed typed = new Typed(folder);
            Typed program = new Typed(folder);
            assertThat(typed.run("explain", job.toString(), pair.group(1), pair.group(2)))
                    .isEqualTo(ExitCode.DONE);
            assertThat(program.run("explain", job.toString(), pair.group(1), pair.group(2), "--json"))
                    .isEqualTo(ExitCode.DONE);

            assertThat(typed.out()).contains("  Source: the same\n").doesNotContain(key);
            assertThat(program.out()).contains("custom." + key);
        }
    }

    private static boolean isNoUser(MatchResult found) {
        return found.group(2).length() > 1;
    }

    private Path job(Sandbox sandbox, String type, String options, String fields) throws IOException {
        return Files.writeString(folder.resolve("acme.yml"), """
                crm:
                  type: %s
                  base-url: "%s"
                  token: %s
                  %s
                match: { fields: %s }
                phone-region: US
                store: { url: "jdbc:h2:file:%s" }
                reports: %s
                """.formatted(
                        type,
                        sandbox.baseUrl(),
                        sandbox.token(),
                        options,
                        fields,
                        folder.resolve("data/acme"),
                        folder.resolve("reports")));
    }
}
