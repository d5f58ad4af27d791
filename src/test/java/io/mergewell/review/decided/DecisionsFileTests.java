package io.mergewell.review.decided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.person.PersonId;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PairDecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class DecisionsFileTests {

    private static final Instant NIGHT = Instant.parse("2026-11-20T23:00:00.123456Z");

    @TempDir
    Path folder;

    @Test
    void isATextForVersionControl() throws IOException {
        Path file = folder.resolve("decisions.csv");
        DecisionsFile.write(
                file, List.of(decision("Zoë", "=ask, \"twice\"", Decision.HOLD), decision("", "", Decision.REJECT)));
        assertThat(file).hasContent("""
                        survivor_id,duplicate_id,decision,reviewer,note,decided_at,plan_id,row_key,evidence
                        1,0042,HOLD,Zoë,"'=ask, ""twice""\",2026-11-20T23:00:00.123456Z,p1,r1,e1
                        1,0042,REJECT,,,2026-11-20T23:00:00.123456Z,p1,r1,e1
                        """);
        assertThat(Files.readString(file)).doesNotContain("\r").doesNotContain("\uFEFF");
    }

    @Property(tries = 200)
    void readsBackWhatItWrote(
            @ForAll @StringLength(max = 20) @Chars({'a', 'ß', '=', '\'', '"', ',', ';', '-', ' ', '+', '|'})
                    String note,
            @ForAll Decision decision)
            throws IOException {
        Path place = Files.createTempDirectory("decisions");
        try {
            List<PairDecision> decisions =
                    List.of(decision("Zoë", Cells.text(Cells.plain(note)), decision), shell(Decision.REJECT));
            Path file = place.resolve("decisions.csv");
            DecisionsFile.write(file, decisions);
            assertThat(DecisionsFile.read(file, NIGHT)).isEqualTo(decisions);
        } finally {
            FileSystemUtils.deleteRecursively(place);
        }
    }

    @Test
    void takesALineSomebodyWroteByHand() throws IOException {
        assertThat(read("survivor_id;duplicate_id;decision\n1;2;not duplicate\n"))
                .containsExactly(new PairDecision(
                        new PersonId("1"), new PersonId("2"), Decision.NOT_DUPLICATE, "", "", NIGHT, "", "", ""));
    }

    @Test
    void refusesTheWholeFileWithEveryLineThatIsWrong() {
        assertThatThrownBy(() -> read("""
                        survivor_id,duplicate_id,decision,decided_at
                        1,2,REJECT,
                        2,1,HOLD,
                        3,4,MAYBE,
                        5,5,HOLD,
                        ,6,NOT_DUPLICATE,
                        7,8,HOLD,yesterday
                        9,10
                        """))
                .isInstanceOf(RefusedReviewException.class)
                .hasMessageContaining("line 3: line 2 is about the same two persons.")
                .hasMessageContaining("line 4: the decision must be")
                .hasMessageContaining("line 5: survivor_id and duplicate_id must be the ids of two persons.")
                .hasMessageContaining("line 6: NOT_DUPLICATE is about two persons")
                .hasMessageContaining("line 7: decided_at must be a time")
                .hasMessageContaining("line 8: there are more or fewer cells");
        assertThatThrownBy(() -> read("a,b\n")).hasMessageContaining("The column survivor_id is missing.");
    }

    private List<PairDecision> read(String text) throws IOException {
        return DecisionsFile.read(Files.writeString(folder.resolve("decisions.csv"), text), NIGHT);
    }

    private static PairDecision decision(String reviewer, String note, Decision decision) {
        return new PairDecision(
                new PersonId("1"), new PersonId("0042"), decision, reviewer, note, NIGHT, "p1", "r1", "e1");
    }

    private static PairDecision shell(Decision decision) {
        return new PairDecision(null, new PersonId("9"), decision, "", "", NIGHT, "p1", "r2", "e2");
    }
}
