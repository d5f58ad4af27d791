package io.mergewell.review.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that want to be more than names, and pages that were damaged. */
@Tag("browser")
class HostileBrowserTests {

    private static final List<String> PIECES = List.of(
            "=",
            "+",
            "-",
            "@",
            "＝",
            ";",
            ",",
            "\"",
            "'",
            " ",
            "\u00A0",
            "\t",
            "\r\n",
            "\u0000",
            "\uFEFF",
            "\u200B",
            "a",
            "Ω",
            "李",
            "7",
            "007",
            "1/2",
            "3e5",
            "Mai 3",
            "$",
            "12:30",
            "<",
            "</script>",
            "<!--",
            "&amp;",
            "\u2028",
            "\u202E",
            "😀");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><img src=x onerror=alert(1)>",
                "<!--<script>alert(1)</script>",
                "<svg onload=alert(1)>",
                "javascript:alert(1)",
                "\"><iframe src=https://example.org></iframe>",
                "{{data}} {{script}}",
                "\u202Egnp.exe \u2066x",
                "=HYPERLINK(\"https://example.org\")",
                "__proto__",
            })
    void showsAnyNameAsText(String name) throws IOException {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.saying(name), folder))) {
            visit.press("j a k");

            assertThat(visit.find("#group h2 bdi").textContent()).isEqualTo(name);
            assertThat(visit.find("#page img, #page iframe, #page a:not(.skip)").count())
                    .isZero();
            assertThat(visit.find("svg[onload]").count()).isZero();
            assertThat(visit.warnings()).isZero();
            assertThat(Exported.of(visit, folder).column("decision")).containsExactly("APPROVE");
        }
    }

    @Test
    void savesByteForByteWhatTheDryRunWroteButForTheDecision() throws IOException {
        try (Visit visit = Visit.to(Pages.of(chaos(), folder))) {
            visit.press("j a");
            Path exported = visit.export(folder.resolve("exported.csv"));

            String written = Files.readString(folder.resolve("review.csv"));
            assertThat(exported).content().isEqualTo(written.replaceFirst("\r\nr0,,", "\r\nr0,APPROVE,"));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.3, 0.9, 0.999})
    void saysInOneSentenceThatItWasCutOff(double kept) throws IOException {
        Path page = Pages.of(SamplePlans.large(50), folder);
        String whole = Files.readString(page);
        int data = whole.lastIndexOf("id=\"data\">") + 10;
        int end = whole.lastIndexOf("</script>");
        Files.writeString(page, whole.substring(0, data + (int) ((end - data) * kept)));

        assertThat(trouble(page)).startsWith("This page is damaged or was cut off on its way");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"head\":{\"format\":1},\"groups\":[{}],\"end\":1}",
                "{\"head\":{\"format\":2},\"groups\":[],\"end\":0}",
                "{\"head\":{\"format\":1},\"groups\":[],\"end\":7}",
            })
    void saysInOneSentenceThatItWasDamaged(String data) throws IOException {
        Path page = Pages.of(SamplePlans.usual(), folder);
        String whole = Files.readString(page);
        Files.writeString(page, whole.substring(0, whole.lastIndexOf("id=\"data\">") + 10) + data + "</script>");

        assertThat(trouble(page)).startsWith("This page is damaged or was cut off on its way");
    }

    private static String trouble(Path page) {
        try (Visit visit = Visit.to(page)) {
            assertThat(visit.find("#page").isVisible()).isFalse();
            return visit.text("#trouble");
        }
    }

    /** Two hundred pairs with texts by chance: the same in every run. */
    private static Plan chaos() {
        Random random = new Random(7);
        List<PlannedGroup> groups = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(6); piece >= 0; piece--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            groups.addAll(SamplePlans.saying(i, text.toString()).groups());
        }
        return SamplePlans.plan(groups);
    }
}
