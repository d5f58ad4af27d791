package io.mergewell.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.Typed;
import io.mergewell.cli.ending.ExitCode;
import io.mergewell.cluster.Matching.Neighbour;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PairDecision;
import io.mergewell.store.Store;
import io.mergewell.store.StoreSettings;
import io.mergewell.store.ledger.Crosswalk;
import io.mergewell.store.memory.Decisions;
import io.mergewell.store.mirror.Mirror;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code explain} on what the last dry run has read: the list itself is gone. */
class ExplainCommandTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private StoreSettings settings;
    private String job;

    @BeforeEach
    void readAList() throws IOException {
        settings = new StoreSettings("jdbc:h2:file:" + folder.resolve("data/list"));
        job = Files.writeString(folder.resolve("list.yml"), """
                crm: { type: csv, file: list.csv, columns: { id: id, name: name, emails: [email], phones: [phone] } }
                match: { review-threshold: 0.5 }
                store: { url: "%s" }
                reports: %s
                """.formatted(settings.url(), folder.resolve("reports")))
                .toString();
        Path list = Files.writeString(folder.resolve("list.csv"), """
                id,name,email,phone
                1,Ada Lovelace,ada@analytical-engines.com,+1 415 555 0132
                2,Lovelace Ada,ADA@analytical-engines.com,+1 415 555 0132
                3,Grace Hopper,grace@compilers-and-co.com,+1 415 555 0199
                4,Ada Byron,countess@lovelace-estate.org,+1 415 555 0177
                """);
        assertThat(new Typed(folder).run("dry-run", job)).isEqualTo(ExitCode.DONE);
        Files.delete(list);
    }

    @Test
    void saysWhyTwoWereComparedAndWhereTheyAreInThePlan() {
        assertThat(explain("1", "2"))
                .contains("Compared because they share: e-mail; ", "phone")
                .containsPattern("In plan p\\w+ both are in group g\\w+ \\((AUTO|REVIEW), 2 records, survivor 1\\)\\.\n"
                        + "  row r\\w+: merge 2, (AUTO|REVIEW), score 0\\.\\d{4}\n"
                        + "It is (AUTO|REVIEW), because:? ?\n?.*[.,:].*\n")
                .endsWith("\nNext: ./run.sh status " + job + "\n");
        assertThat(explain("3", "4")).containsPattern("Plan p\\w+ proposes nothing for either\\.");
        assertThat(explain("2", "3")).containsPattern("2 is in group g\\w+ \\(.*\\), 3 in none\\.");
    }

    @Test
    void saysWhatPeopleDecided() {
        try (Store store = Store.open(settings, "list")) {
            new Decisions(store)
                    .remember(List.of(new PairDecision(
                            new PersonId("2"),
                            new PersonId("1"),
                            Decision.NOT_DUPLICATE,
                            "",
                            "",
                            Instant.parse("2026-11-20T09:30:00Z"),
                            "",
                            "",
                            "")));
        }

        assertThat(explain("1", "2"))
                .contains("Kept apart, whatever the weight: decided to be two persons.")
                .contains("People decided NOT_DUPLICATE at 2026-11-20 09:30 (UTC).")
                .contains("What would change it: another decision on the two");
    }

    @Test
    void namesTheSurvivorOfSomebodyWhoWasMergedAway() {
        try (Store store = Store.open(settings, "list")) {
            store.write(() -> {
                new Crosswalk(store).add(new PersonId("2"), new PersonId("1"), "run", Instant.EPOCH);
                new Mirror(store).remove(List.of(new PersonId("2")));
            });
        }

        Typed other = new Typed(folder);
        assertThat(other.run("explain", job, "3", "2")).isEqualTo(ExitCode.USAGE);
        assertThat(other.err())
                .isEqualTo("Person 2 is no longer there: apply merged it into 1.\nNext: ./run.sh explain " + job
                        + " 1 3\n");

        Typed same = new Typed(folder);
        assertThat(same.run("explain", job, "1", "2")).isEqualTo(ExitCode.USAGE);
        assertThat(same.err()).contains("The two are one by now.").endsWith("Next: ./run.sh status " + job + "\n");
    }

    @Test
    void namesThoseWhoAreMostLikeOne() {
        assertThat(explain("1"))
                .startsWith("Person 1, and who is most like it")
                .containsPattern("\n  0\\.9\\d{3}  2  in one group\n");
    }

    @Test
    void doesNotListWhoIsHardlyLikeOne() {
        List<Neighbour> nearest = List.of(
                new Neighbour(new PersonId("2"), 0.98, true, null),
                new Neighbour(new PersonId("7"), 0.00001, false, "decided to be two persons"),
                new Neighbour(new PersonId("8"), 0.00001, false, null),
                new Neighbour(new PersonId("9"), 0, false, null));

        assertThat(NearestText.of(new PersonId("1"), nearest).subList(1, 4))
                .containsExactly(
                        "  0.9800  2  in one group",
                        "  0.0000  7  kept apart: decided to be two persons",
                        "  The others are hardly like it: less than 0.0001.");
        assertThat(NearestText.of(new PersonId("1"), nearest.subList(2, 4)))
                .hasSize(2)
                .last()
                .isEqualTo("  Nobody is like it: all of them have less than 0.0001.");
    }

    @Test
    void saysThatNobodyIsLikeOne() {
        assertThat(explain("3")).startsWith("Person 3 was compared with nobody");
    }

    @Test
    void saysTheSameToAProgram() {
        Typed typed = new Typed(folder);
        assertThat(typed.run("explain", job, "2", "1", "--json")).isEqualTo(ExitCode.DONE);
        JsonNode two = JSON.readTree(typed.out());

        assertThat(two.path("probability").asDouble()).isBetween(0.9, 1.0);
        assertThat(two.path("together").asBoolean()).isTrue();
        assertThat(two.path("proposedBy").values())
                .extracting(JsonNode::asString)
                .contains("e-mail", "phone");
        assertThat(two.path("plan").path("group").asString()).startsWith("g");
        assertThat(typed.out()).doesNotContain("Ada", "0132");

        Typed one = new Typed(folder);
        assertThat(one.run("explain", job, "1", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(JSON.readTree(one.out())
                        .path("nearest")
                        .path(0)
                        .path("person")
                        .asString())
                .isEqualTo("2");
    }

    private String explain(String... persons) {
        Typed typed = new Typed(folder);
        String[] line =
                Stream.concat(Stream.of("explain", job), Stream.of(persons)).toArray(String[]::new);
        assertThat(typed.run(line)).as(typed.err()).isEqualTo(ExitCode.DONE);
        return typed.out();
    }
}
