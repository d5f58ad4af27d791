package io.mergewell.store.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.PersonId;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class IdOrderTests {

    @Test
    void sortsAsTheIdsDo() {
        List<PersonId> ids =
                List.of("ab", "10", "9", "007", "7", "Z", "0", "00", "100", "-1", "99999999999999999999").stream()
                        .map(PersonId::new)
                        .toList();
        assertThat(ids.stream().sorted(Comparator.comparing(IdOrder::of)).toList())
                .isEqualTo(ids.stream().sorted().toList());
    }

    @Property
    void agreesWithTheOrderOfIds(
            @ForAll @NotBlank @StringLength(max = 6) @CharRange(from = '0', to = '9') @CharRange(from = 'a', to = 'b')
                    String one,
            @ForAll @NotBlank @StringLength(max = 6) @CharRange(from = '0', to = '9') @CharRange(from = 'a', to = 'b')
                    String other) {
        int expected = new PersonId(one).compareTo(new PersonId(other));
        int found = IdOrder.of(new PersonId(one)).compareTo(IdOrder.of(new PersonId(other)));
        assertThat(Integer.signum(found)).isEqualTo(Integer.signum(expected));
    }
}
