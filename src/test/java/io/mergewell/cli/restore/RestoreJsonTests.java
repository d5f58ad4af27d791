package io.mergewell.cli.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.apply.restore.Prospect;
import io.mergewell.person.PersonId;
import io.mergewell.person.vocabulary.Vocabulary;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RestoreJsonTests {

    @Test
    void saysWhatCanComeBackAndWhatStays() {
        Prospect prospect = new Prospect(
                2,
                1,
                1,
                true,
                false,
                List.of(
                        new Prospect.Lost(new PersonId("7"), new PersonId("3"), "2 deals"),
                        new Prospect.Lost(new PersonId("9"), null, "")),
                List.of(new Prospect.Survivor(
                        new PersonId("3"),
                        true,
                        new TreeSet<>(Set.of("name")),
                        new TreeSet<>(Set.of("emails", "phones")),
                        new TreeSet<>())),
                Vocabulary.NONE);

        JsonNode json = JsonMapper.builder().build().readTree(RestoreJson.of(prospect, "r1", "./run.sh restore"));

        assertThat(json.path("merges").asInt()).isEqualTo(2);
        assertThat(json.path("people").path(0).path("stays").asString()).isEqualTo("2 deals");
        assertThat(json.path("people").path(1).path("survivor").isNull()).isTrue();
        assertThat(json.path("survivors").path(0).path("kept").values())
                .extracting(JsonNode::asString)
                .containsExactly("emails", "phones");
        assertThat(json.path("next").asString()).isEqualTo("./run.sh restore");
    }
}
