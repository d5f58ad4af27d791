package io.mergewell.apply.admission;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.review.decided.RefusedReviewException;
import io.mergewell.review.decided.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.springframework.util.FileSystemUtils;

class MutatedKeyTests {

    private static final String CHARACTERS = "0123456789abcdefRr-+'.,Ee";

    @Property(tries = 150)
    void refusesEveryRowKeyThatIsNotQuiteThePlans(
            @ForAll @IntRange(min = 0, max = 16) int place,
            @ForAll @IntRange(min = 0, max = 24) int character,
            @ForAll @IntRange(min = 0, max = 2) int change)
            throws IOException {
        Path folder = Files.createTempDirectory("mutated");
        try (Desk desk = new Desk(folder)) {
            Sheet sheet = desk.report(new PlanOf().group("1", "2", "3")).decide("3", "APPROVE");
            String key = sheet.cell(1, "row_key");
            String other = CHARACTERS.substring(character, character + 1);
            String mutated = key.substring(0, place)
                    + (change == 0 ? "" : other)
                    + key.substring(change == 2 ? place : place + 1);
            if (!mutated.equals(key) && !mutated.equals("'" + key)) {
                sheet.set(1, "row_key", mutated);
                assertThatThrownBy(() -> desk.handIn(sheet)).isInstanceOf(RefusedReviewException.class);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
