package io.mergewell.apply.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.LinkKind;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.PersonId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StayedTests {

    private static final LinkedRecords LINKS = new LinkedRecords(Map.of(
            LinkKind.DEALS, 1, LinkKind.ACTIVITIES, 1, LinkKind.NOTES, 2, LinkKind.FILES, 0, LinkKind.FOLLOWERS, 3));

    @Test
    void namesOneOfAKindAndSeveral() {
        assertThat(Stayed.counts(LINKS)).isEqualTo("1 deal, 1 activity, 2 notes");
        assertThat(Stayed.with(new PersonId("7"), LINKS))
                .hasValue("With person 7 stay its 1 deal, 1 activity, 2 notes.");
    }

    @Test
    void saysNothingWhereNothingStays() {
        assertThat(Stayed.with(new PersonId("7"), LinkedRecords.UNKNOWN)).isEmpty();
    }
}
