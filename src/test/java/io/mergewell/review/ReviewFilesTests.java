package io.mergewell.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.plan.Plan;
import io.mergewell.review.files.Artefact;
import io.mergewell.review.table.Column;
import io.mergewell.review.table.CsvTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewFilesTests {

    private static final Pattern COULD_RUN = Pattern.compile("(^|;)[\\s\\p{Z}\\p{C}]*[=+\\-@＝＋－＠]|\\p{Cc}");

    @Test
    void writesTheReview(@TempDir Path folder) throws IOException {
        ReviewFiles.write(folder, Plans.small(), List.of());

        assertThat(Files.readString(folder.resolve("review.csv"))).isEqualTo(golden("review.csv"));
    }

    @Test
    void writesTheGroups(@TempDir Path folder) throws IOException {
        ReviewFiles.write(folder, Plans.small(), List.of());

        assertThat(Files.readString(folder.resolve("groups.csv"))).isEqualTo(golden("groups.csv"));
    }

    @Test
    void writesTheHeadersOfAnEmptyPlan(@TempDir Path folder) throws IOException {
        List<Artefact> artefacts = ReviewFiles.write(folder, Plans.plan(List.of()), List.of());

        assertThat(artefacts).hasSize(2).allSatisfy(artefact -> assertThat(artefact.path())
                .isRegularFile());
        assertThat(Files.readString(folder.resolve("review.csv")))
                .startsWith("\uFEFFrow_key,decision,")
                .hasLineCount(1);
    }

    @Property(tries = 300)
    void noCellOfAnyFileCanRunAsAFormula(@ForAll("hostile") String text) throws IOException {
        Plan plan = Plans.of(text);

        assertThat(couldRun(ReviewColumns.ALL, ReviewRow.of(plan, new HeldRows(List.of()))))
                .isEmpty();
        assertThat(couldRun(GroupColumns.ALL, GroupRow.of(plan))).isEmpty();
        assertThat(parse(ReviewColumns.ALL, ReviewRow.of(plan, new HeldRows(List.of()))))
                .hasSize(2);
        assertThat(parse(GroupColumns.ALL, GroupRow.of(plan))).hasSize(3);
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> start =
                Arbitraries.of("", " ", "\u00A0", "\t", "\r\n", "\u0000", "\uFEFF", ";", "\"", "\"\"", ",");
        Arbitrary<String> formula = Arbitraries.of("=", "+", "-", "@", "＝", "＋", "－", "＠", "=cmd|' /C calc'!A0");
        Arbitrary<String> rest = Arbitraries.strings().ofMaxLength(12);
        return Combinators.combine(start, formula, rest).as((first, second, third) -> first + second + third);
    }

    private static <R> List<String> couldRun(List<Column<R>> columns, Stream<R> rows) throws IOException {
        return parse(columns, rows).stream()
                .flatMap(CSVRecord::stream)
                .filter(COULD_RUN.asPredicate())
                .toList();
    }

    private static <R> List<CSVRecord> parse(List<Column<R>> columns, Stream<R> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CsvTable<>(columns).write(out, rows.iterator());
        String text = out.toString(StandardCharsets.UTF_8).substring(1);
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            return parser.getRecords();
        }
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = ReviewFilesTests.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
