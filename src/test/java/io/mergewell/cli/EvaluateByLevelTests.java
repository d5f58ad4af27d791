package io.mergewell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mergewell.cli.ending.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateByLevelTests {

    @TempDir
    private Path folder;

    private Typed typed;

    @BeforeEach
    void sitDown() {
        typed = new Typed(folder);
    }

    @Test
    void countsEveryPairOnce() {
        JsonNode json = closeLook(invented());
        JsonNode fates = json.at("/byLevel/truePairs");
        long truePairs = json.at("/truePairs").longValue();
        double compared = json.at("/blockingRecall").doubleValue() * truePairs;

        assertThat(sum(fates, "pairs")).isEqualTo(truePairs).isGreaterThan(100);
        assertThat(sum(fates, "together"))
                .isEqualTo(Math.round(json.at("/clusters/recall").doubleValue() * truePairs))
                .isLessThan(truePairs);
        assertThat(sum(fates, "together") + sum(fates, "apart")).isEqualTo(truePairs);
        assertThat(fates.at("/neverCompared/pairs").longValue()).isEqualTo(truePairs - Math.round(compared));
        assertThat(fates.at("/atReview/pairs").longValue())
                .isEqualTo(Math.round(json.at("/pairs/atReview/recall").doubleValue() * truePairs));
        assertThat(json.at("/byLevel/comparisons")).hasSizeGreaterThan(4).allSatisfy(comparison -> {
            assertThat(sum(comparison.get("levels"), "pairs")
                            + comparison.at("/nothingToCompare/pairs").longValue())
                    .isEqualTo(json.at("/candidatePairs").longValue());
            assertThat(sum(comparison.get("levels"), "truePairs")
                            + comparison.at("/nothingToCompare/truePairs").longValue())
                    .isEqualTo(Math.round(compared));
            assertThat(shares(comparison, "m")).isCloseTo(1, within(1e-6));
            assertThat(shares(comparison, "u")).isCloseTo(1, within(1e-6));
        });
    }

    @Test
    void changesNothingElse() {
        Path job = invented();
        String closeLook = closeLook(job).toString();
        Typed plain = new Typed(folder);
        plain.run("evaluate", job.toString(), "--truth", "truth", "--json");

        String seconds = ",\"seconds\".*";
        assertThat(closeLook).contains("},\"byLevel\":{");
        assertThat(closeLook.replaceFirst(seconds, ""))
                .isEqualTo(plain.out().strip().replaceFirst(seconds, ""));
        assertThat(plain.out()).doesNotContain("byLevel");
    }

    @Test
    void saysWhereEachLostPairWasLost() throws IOException {
        Path job = list("""
                90,Robert Huxtable Sr.,rob@huxtable.net,4155559001,h90
                91,Robert Huxtable Jr.,rob@huxtable.net,4155559001,h90
                92,Gwendolyn Featherstone,gwen@f1.org,4155559992,h92
                93,Zoe Quist,zq@somewhere.net,6502223333,h92
                """);

        JsonNode fates = closeLook(job).at("/byLevel/truePairs");

        assertThat(fates.at("/neverCompared").toString()).isEqualTo("{\"pairs\":1,\"together\":0,\"apart\":1}");
        assertThat(fates.at("/atReview").toString())
                .isEqualTo("{\"pairs\":9,\"together\":8,\"apart\":1,\"keptApart\":"
                        + "{\"different generations (Jr, Sr, III)\":1}}");
    }

    @Test
    void saysWhatTheLabelsThinkOfALevel() throws IOException {
        JsonNode email = StreamSupport.stream(
                        closeLook(list("")).at("/byLevel/comparisons").spliterator(), false)
                .filter(comparison -> comparison.get("field").stringValue().equals("e-mail"))
                .findFirst()
                .orElseThrow();
        JsonNode same = email.at("/levels/0");
        int levels = email.get("levels").size();

        assertThat(same.get("truePairs").longValue()).isEqualTo(8);
        assertThat(same.get("pairs").longValue()).isEqualTo(8);
        assertThat(same.at("/labels/m").doubleValue()).isEqualTo(8.5 / (8 + 0.5 * levels), within(1e-9));
        assertThat(same.at("/labels/u").doubleValue()).isEqualTo(0.5 / (268 + 0.5 * levels), within(1e-9));
        assertThat(Math.pow(2, same.at("/labels/bits").doubleValue()))
                .isEqualTo(8.5 / 0.5 * (268 + 0.5 * levels) / (8 + 0.5 * levels), within(1e-6));
        assertThat(email.at("/levels/1/labels").isNull())
                .as("no pair of either kind, so nobody can say")
                .isTrue();
    }

    @Test
    void printsTablesThatFitATerminal() {
        int code = typed.run("evaluate", invented().toString(), "--truth", "truth", "--by-level");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(typed.out())
                .containsPattern("\nWhere the true pairs are +true pairs +one group +lost\n")
                .containsPattern("\nNever compared: no key brought them together +[0-9]+ +[0-9]+ +[0-9]+\n")
                .containsPattern("\ngiven name\n  the same +[0-9,]+ +[0-9.]+ +0\\.[0-9]{4} +[0-9.]+e-0[0-9] ")
                .containsPattern("\nwhole name +[0-9,]+ +[0-9]+ +[0-9]+ +[0-9]+\n")
                .containsPattern("\nNext: [^\n]+\n$");
        assertThat(typed.out().lines().dropWhile(line -> !line.startsWith("Where the true pairs are")))
                .filteredOn(line -> !line.startsWith("Next: "))
                .hasSizeGreaterThan(60)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    private JsonNode closeLook(Path job) {
        assertThat(typed.run("evaluate", job.toString(), "--truth", "truth", "--by-level", "--json"))
                .isEqualTo(ExitCode.DONE);
        return JsonMapper.shared().readTree(typed.out());
    }

    /** A list of invented persons. */
    private Path invented() {
        String file = folder.resolve("invented.csv").toString();
        new Typed(folder).run("benchmark", "--persons", "1000", "--seed", "5", "--generate-only", "--file", file);
        return folder.resolve("invented.yml");
    }

    /** Sixteen persons, half of them twice, and more. */
    private Path list(String more) throws IOException {
        StringBuilder list = new StringBuilder("id,name,email,phone,truth\n");
        for (int human = 1; human <= 16; human++) {
            String name = "Given" + (char) ('a' + human) + " Family" + (char) ('z' - human);
            String email = "person" + human + "@example" + human + ".org";
            list.append("%d,%s,%s,415555%04d,h%d\n".formatted(human, name, email, human * 7, human));
            if (human <= 8) {
                list.append("%d,%s,%s,,h%d\n".formatted(100 + human, name, email, human));
            }
        }
        Files.writeString(folder.resolve("list.csv"), list + more);
        return Files.writeString(folder.resolve("list.yml"), """
                crm:
                  type: csv
                  file: list.csv
                  columns: { id: id, name: name, emails: [email], phones: [phone] }
                phone-region: US
                """);
    }

    private static long sum(JsonNode nodes, String key) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .mapToLong(node -> node.get(key).longValue())
                .sum();
    }

    private static double shares(JsonNode comparison, String share) {
        return StreamSupport.stream(comparison.get("levels").spliterator(), false)
                .mapToDouble(level -> level.at("/model/" + share).doubleValue())
                .sum();
    }
}
