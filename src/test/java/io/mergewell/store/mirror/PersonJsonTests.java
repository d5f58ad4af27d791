package io.mergewell.store.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.Person;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PersonJsonTests {

    @Test
    void losesNothing() {
        Person person = People.everythingFilled();
        assertThat(PersonJson.read(PersonJson.write(person))).isEqualTo(person);
    }

    @Test
    void leavesOutWhatIsEmpty() {
        assertThat(new String(PersonJson.write(People.named("7", "Ada")), StandardCharsets.UTF_8))
                .isEqualTo("{\"i\":\"7\",\"n\":\"Ada\",\"rc\":\"NOT_KEPT\",\"ru\":[1795215600,0]}");
    }
}
