package io.mergewell.review.decided;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.plan.Decision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/** Whatever a program does to a file without changing what it says makes no difference. */
class DecidedReviewPropertyTests {

    private static final String PLAN = "p00112233445566ff";
    private static final List<String> NOTES =
            List.of("", "ask Zoë, then merge", "two \"desks\"; one phone", "a, b; c\td | e", "1/2", "x");

    @Property(tries = 300)
    void readsTheSameInAnyOrderQuotingDelimiterAndEncoding(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 3) int delimiter,
            @ForAll @IntRange(min = 0, max = 2) int lineEnd,
            @ForAll @IntRange(min = 0, max = 4) int encoding,
            @ForAll QuoteMode quoting)
            throws IOException {
        Random random = new Random(seed);
        List<List<String>> table = table(random);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(",;\t|".charAt(delimiter))
                .setRecordSeparator(List.of("\r\n", "\n", "\r").get(lineEnd))
                .setQuoteMode(quoting == QuoteMode.NONE ? QuoteMode.MINIMAL : quoting)
                .get();

        Set<String> said = said(read(bytes(shuffled(table, random), format, encoding)));

        assertThat(said).isEqualTo(said(read(bytes(table, CSVFormat.RFC4180, 0))));
    }

    /** Rows that are gone have no decision; a cut within a row is noticed here, or by a plan_id that no plan has. */
    @Property(tries = 300)
    void saysLessOrNothingWhereverTheFileIsCutOff(@ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int percent)
            throws IOException {
        byte[] whole = bytes(table(new Random(seed)), CSVFormat.RFC4180, 0);
        Set<String> said = said(read(whole));
        try {
            DecidedReview cut = read(Arrays.copyOf(whole, whole.length * percent / 100));
            if (cut.planId() == null || cut.planId().equals(PLAN)) {
                assertThat(said).containsAll(said(cut));
            }
        } catch (RefusedReviewException noticed) {
            assertThat(noticed.problems()).isNotEmpty();
        }
    }

    private static List<List<String>> table(Random random) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("row_key", "decision", "name", "override_survivor_id", "note", "reviewer", "plan_id"));
        int rows = 1 + random.nextInt(8);
        for (int row = 1; row <= rows; row++) {
            int decision = random.nextInt(5);
            table.add(List.of(
                    "r" + Integer.toHexString(0x1000 + row),
                    decision == 4 ? "" : Decision.values()[decision].name(),
                    NOTES.get(random.nextInt(NOTES.size())),
                    random.nextBoolean() ? "" : Integer.toString(random.nextInt(100)),
                    NOTES.get(random.nextInt(NOTES.size())),
                    random.nextBoolean() ? "" : "Zoë",
                    PLAN));
        }
        return table;
    }

    /** Rows and columns in another order, with more columns, blank rows and another way to write the same word. */
    private static List<List<String>> shuffled(List<List<String>> table, Random random) {
        List<Integer> columns = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6));
        Collections.shuffle(columns, random);
        int decision = columns.indexOf(1);
        List<List<String>> result = new ArrayList<>();
        for (List<String> row : table) {
            List<String> moved = columns.stream().map(row::get).collect(Collectors.toCollection(ArrayList::new));
            if (row != table.get(0) && random.nextBoolean()) {
                moved.set(decision, " " + moved.get(decision).toLowerCase(Locale.ROOT) + " ");
            }
            moved.add(row == table.get(0) ? "mine" : "x");
            result.add(moved);
        }
        Collections.shuffle(result.subList(1, result.size()), random);
        result.add(Collections.nCopies(result.get(0).size(), ""));
        return result;
    }

    private static byte[] bytes(List<List<String>> table, CSVFormat format, int encoding) throws IOException {
        List<Charset> charsets = List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                Charset.forName("windows-1252"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (encoding >= 1 && encoding <= 3) {
            out.write("\uFEFF".getBytes(charsets.get(encoding)));
        }
        for (List<String> row : table) {
            out.write((format.format(row.toArray()) + format.getRecordSeparator()).getBytes(charsets.get(encoding)));
        }
        return out.toByteArray();
    }

    private static DecidedReview read(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("review", ".csv");
        try {
            return DecidedReview.read(Files.write(file, bytes));
        } finally {
            Files.delete(file);
        }
    }

    private static Set<String> said(DecidedReview review) {
        return review.rows().stream()
                .map(row -> row.rowKey() + "|" + row.decision() + "|" + row.overrideSurvivor() + "|" + row.note() + "|"
                        + row.reviewer() + "|" + row.planId())
                .collect(Collectors.toSet());
    }
}
