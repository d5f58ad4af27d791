package io.mergewell.review.decided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecidedReviewTests {

    private static final String HEADER = "row_key,decision,override_survivor_id,reviewer,note,plan_id\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiterString = "=>", textBlock = """
            approve                 => APPROVE
            ` APPROVE `             => APPROVE
            Not Duplicate           => NOT_DUPLICATE
            not-duplicate           => NOT_DUPLICATE
            "hold"                  => HOLD
            \u00a0Reject\u00a0      => REJECT
            ``                      => null
            """)
    void readsADecisionHoweverItIsTyped(String typed, String decision) {
        assertThat(String.valueOf(
                        read(HEADER + "r1," + typed + ",,,,p1\n").rows().get(0).decision()))
                .isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiterString = "=>", textBlock = """
            '=see mail              => =see mail
            '  +1 too              => `  +1 too`
            'tis a twin             => 'tis a twin
            "two~lines"             => two lines
            """)
    void readsANoteAsItWasMeant(String typed, String note) {
        assertThat(read(HEADER + "r1,HOLD,,," + typed.replace('~', '\n') + ",p1\n")
                        .rows()
                        .get(0)
                        .note())
                .isEqualTo(note);
    }

    @Test
    void keepsTheDigestOfTheBytesItRead() throws IOException {
        Path file = saved(HEADER + "r1,APPROVE,,,,p1\n");
        assertThat(DecidedReview.read(file).sha256()).isEqualTo(DigestUtils.sha256Hex(Files.readAllBytes(file)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sep=;\nplan_id;note;reviewer;override_survivor_id;decision;row_key\np1;;;;approve;r1\n",
                "\"Plan_ID\"\tROW_KEY\tdecision \tnote\treviewer\toverride_survivor_id\tmine\np1\tr1\tAPPROVE\n",
                "row_key,decision,override_survivor_id,reviewer,note,plan_id\r\rr1,APPROVE,,,,p1\r,,,,,\r",
                "row_key,decision,override_survivor_id,reviewer,note,plan_id,\n\n\nr1,APPROVE,,,,p1,,,\nr1,Approve,,,,p1,",
                HEADER + "'r1,APPROVE,,,,p1\n"
            })
    void takesWhatIsOnlyWrittenOtherwise(String text) {
        assertThat(read(text).rows())
                .extracting(row -> row.rowKey() + " " + row.decision() + " " + row.planId())
                .containsExactly("r1 APPROVE p1");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiterString = "=>", textBlock = """
            r1,YES,,,,p1~r2,APPROVED,,,,p1~                  => line 2, line 3
            r1,APPROVE,,,,p1~r2,,,,,p1~r1,REJECT,,,,p1~      => line 4
            r1,APPROVE,,,,p1~r1,,,,,p1~                      => line 3
            r1,APPROVE,7,,,p1~r1,APPROVE,8,,,p1~             => line 3
            r1,APPROVE,,,,p1~r2,,,,,p2~r3,,,,,p2~            => line 3, line 4
            ,APPROVE,,,,p1~                                  => line 2
            r1,APPROVE,,,,~                                  => line 2
            r1,APPROVE,,,,p1~r2,APPR                         => line 3
            r1,APPROVE,,,,p1~r2,"APPROVE,,,,p1~              => line 3
            r1,APPROVE,,,,p1,,x~                             => line 2
            r1,APPROVE,,,"a~b~c",p1~r2,YES,,,,p1~            => line 5 (row 3 in a spreadsheet)
            ~r1,YES,,,,p1~                                   => line 3
            """)
    void refusesTheWholeFileWithEveryLineThatIsWrong(String rows, String lines) throws IOException {
        Path file = saved(HEADER + rows.replace('~', '\n'));

        RefusedReviewException refused =
                catchThrowableOfType(RefusedReviewException.class, () -> DecidedReview.read(file));

        assertThat(refused.problems().stream()
                        .map(problem -> String.valueOf(problem.place()))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(lines);
        assertThat(refused).hasMessageContaining("was refused as a whole; nothing of it was applied");
    }

    @Test
    void namesEveryColumnThatIsMissing() throws IOException {
        assertThatThrownBy(() -> read("row_key;decision;note;note\nr1;APPROVE;;\n"))
                .hasMessageContaining("The column override_survivor_id is missing.")
                .hasMessageContaining("The column reviewer is missing.")
                .hasMessageContaining("The column plan_id is missing.")
                .hasMessageContaining("There are two columns named note.");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            ''                      => The file is empty.
            Will Smith, 41          => The first line names none of a review's columns
            """)
    void refusesWhatIsNoReview(String text, String sentence) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(RefusedReviewException.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("Smith");
    }

    @Test
    void refusesCharactersThatWereDamaged() throws IOException {
        byte[] bytes = (HEADER + "r1,HOLD,,Zo?,äöüäöüäöüäöüäöü,p1\n").getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xEB;
        Path file = Files.write(folder.resolve("review.csv"), bytes);
        assertThatThrownBy(() -> DecidedReview.read(file)).hasMessageContaining("line 2: some characters are damaged");
    }

    @Test
    void doesNotFollowALinkItWasToldNotTo() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), saved(HEADER + "r1,APPROVE,,,,p1\n"));
        assertThat(DecidedReview.read(link).isDecided()).isTrue();
        assertThatThrownBy(() -> DecidedReview.read(link, LinkOption.NOFOLLOW_LINKS))
                .isInstanceOf(RefusedReviewException.class);
    }

    @Test
    void saysThatAFileIsNotThere() {
        assertThatThrownBy(() -> DecidedReview.read(folder.resolve("none.csv")))
                .isInstanceOf(RefusedReviewException.class)
                .hasMessageStartingWith("There is no file " + folder.resolve("none.csv"));
        assertThatThrownBy(() -> DecidedReview.read(folder)).hasMessageContaining("This is not a file.");
    }

    private DecidedReview read(String text) {
        return DecidedReview.read(saved(text));
    }

    private Path saved(String text) {
        try {
            return Files.writeString(folder.resolve("review.csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
