package io.mergewell.review.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReportTests {

    private static final String REVIEW = """
            row_key,decision,survivor_id,duplicate_id,survivor_name,duplicate_name,duplicate_emails,group_id,note,plan_id
            r1,APPROVE,17,2041,José Núñez,"Núñez, José",jose@acme.com,g1,call him,p1
            r2,,3,'007,Ada,Ada L.,ada@acme.com,g2,,p1
            """.replace("\n", "\r\n");

    @ParameterizedTest
    @CsvSource({"UTF-8, \uFEFF, ','", "UTF-8, '', ;", "UTF-16LE, \uFEFF, '\t'", "windows-1252, '', ;"})
    void erasesRowsAndLeavesAllOthersAsTheyAreToTheByte(String charset, String mark, String delimiter) {
        String saved = mark + REVIEW.replace("\"Núñez, José\"", "Núñez José").replace(",", delimiter);
        Forgotten forgotten = new Forgotten(List.of("2041"));

        byte[] erased = erased(saved.getBytes(Charset.forName(charset)), forgotten);

        assertThat(new String(erased, Charset.forName(charset)))
                .isEqualTo(saved.replaceFirst(
                        "José.*call him", String.join(delimiter, "(erased)", "(erased)", "", "g1", "")));
    }

    @Test
    void erasesAllRowsOfAGroupThatWasLearntElsewhere() {
        Forgotten forgotten = new Forgotten(List.of("99"));
        forgotten.add("g2", List.of("r2"), List.of("99", "3", "007"));

        byte[] erased = erased(REVIEW.getBytes(StandardCharsets.UTF_8), forgotten);

        assertThat(new String(erased, StandardCharsets.UTF_8)).contains("José").doesNotContain("Ada");
        assertThat(forgotten.others()).containsExactly("007", "3");
    }

    @Test
    void knowsAnIdBehindTheApostropheThatKeepsItFromBeingANumber() {
        byte[] erased = erased(REVIEW.getBytes(StandardCharsets.UTF_8), new Forgotten(List.of("007")));

        assertThat(new String(erased, StandardCharsets.UTF_8))
                .contains("r2,,3,'007,(erased),(erased),,g2,,p1")
                .contains("José");
    }

    @Test
    void erasesThePairsOfAComparison() {
        String pairs = """
                change,first_id,second_id,first_name,second_name,score_before,reasons
                GAINED,17,2041,Will Smith,William Smith,0.9,e-mail the same (+11.0)
                LOST,3,4,Ada,Ada L.,0.8,
                """;

        byte[] erased = erased(pairs.getBytes(StandardCharsets.UTF_8), new Forgotten(List.of("2041")));

        assertThat(new String(erased, StandardCharsets.UTF_8))
                .contains("GAINED,17,2041,(erased),(erased),,\n", "LOST,3,4,Ada,Ada L.,0.8,\n");
    }

    @Test
    void changesNothingASecondTime() {
        byte[] once = erased(REVIEW.getBytes(StandardCharsets.UTF_8), new Forgotten(List.of("17")));

        assertThat(ErasedFile.table(once, new Forgotten(List.of("17")))).isInstanceOf(ErasedFile.Unchanged.class);
    }

    @Test
    void saysWhatItCannotReadWhole() {
        byte[] open = (REVIEW + "r3,,\"never closed").getBytes(StandardCharsets.UTF_8);

        assertThat(ErasedFile.table(open, new Forgotten(List.of("17")))).isInstanceOf(ErasedFile.Unreadable.class);
        byte[] shifted = (REVIEW + "r3,,1,2,Ada, the first,ada@acme.com,,,g3,,p1\r\n").getBytes(StandardCharsets.UTF_8);
        assertThat(ErasedFile.table(shifted, new Forgotten(List.of("17")))).isInstanceOf(ErasedFile.Unreadable.class);
        assertThat(ErasedFile.table("PK\3\4".getBytes(StandardCharsets.UTF_8), new Forgotten(List.of("17"))))
                .isInstanceOf(ErasedFile.Unreadable.class);
    }

    private static byte[] erased(byte[] content, Forgotten forgotten) {
        ErasedFile.learnFromTable(content, forgotten);
        return ((ErasedFile.Changed) ErasedFile.table(content, forgotten)).content();
    }
}
