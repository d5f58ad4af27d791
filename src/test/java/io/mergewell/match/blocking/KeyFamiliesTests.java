package io.mergewell.match.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.match.MatchSettings;
import io.mergewell.match.Part;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.corpus.CorpusBuilder;
import io.mergewell.sandbox.population.Population;
import io.mergewell.sandbox.population.PopulationSettings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFamiliesTests {

    @ParameterizedTest
    @CsvSource({"RESCUE, alike as a whole", "CONJUNCTIONS, ' + '", "SOUNDS, sound"})
    void leavesOutTheKeysOfAPartAndNoOthers(Part part, String inName) {
        List<String> all = names(Set.of());

        assertThat(all).anyMatch(name -> name.contains(inName));
        assertThat(names(Set.of(part)))
                .isNotEmpty()
                .containsExactlyElementsOf(
                        all.stream().filter(name -> !name.contains(inName)).toList());
    }

    private static List<String> names(Set<Part> without) {
        CorpusBuilder builder = new CorpusBuilder(MatchSettings.DEFAULTS);
        Population.persons(new PopulationSettings(50, 3))
                .forEachRemaining(made -> builder.add(builder.prepare(made.person())));
        Corpus corpus = builder.build();
        return new KeyFamilies(corpus, without)
                .all().stream().map(KeyFamily::name).toList();
    }
}
