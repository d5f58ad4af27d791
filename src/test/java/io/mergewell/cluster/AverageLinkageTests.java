package io.mergewell.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.match.MatchSettings;
import io.mergewell.match.corpus.CorpusBuilder;
import io.mergewell.match.model.ScoredPairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AverageLinkageTests {

    private static final double FLOOR = -3;
    private static final double NOT_COMPARED = -7;

    @Test
    void joinsAsTheDefinitionSaysOnRandomGraphs() {
        SplittableRandom random = new SplittableRandom(11);
        for (int graph = 0; graph < 3_000; graph++) {
            int records = 2 + random.nextInt(9);
            float[][] bits = new float[records][records];
            ScoredPairs pairs = randomPairs(random, records, bits);

            assertThat(cluster(records, pairs)).isEqualTo(byDefinition(records, bits));
        }
    }

    @Test
    void doesNotChainStrangersThroughOneStrongLink() {
        ScoredPairs chain = pairs(new int[] {0, 1, 2}, new int[] {1, 2, 3}, new float[] {9, 8, 9});

        assertThat(cluster(4, chain)).containsExactly(0, 0, 2, 2);
        assertThat(Components.of(4, chain, FLOOR, keptApart(4)))
                .as("what it is measured against")
                .containsExactly(0, 0, 0, 0);
    }

    @Test
    void leavesRecordsAloneThatNothingSpeaksFor() {
        assertThat(cluster(3, pairs(new int[] {0}, new int[] {2}, new float[] {-4})))
                .containsExactly(0, 1, 2);
    }

    private static int[] cluster(int records, ScoredPairs pairs) {
        return new AverageLinkage(FLOOR, keptApart(records)).cluster(records, pairs);
    }

    private static KeptApart keptApart(int records) {
        CorpusBuilder builder = new CorpusBuilder(MatchSettings.DEFAULTS);
        IntStream.range(0, records)
                .mapToObj(i -> People.person(String.valueOf(i), "", "", "", ""))
                .map(builder::prepare)
                .forEach(builder::add);
        return new KeptApart(builder.build(), Set.of(), Set.of());
    }

    private static ScoredPairs randomPairs(SplittableRandom random, int records, float[][] bits) {
        List<int[]> linked = new ArrayList<>();
        for (int a = 0; a < records; a++) {
            for (int b = a + 1; b < records; b++) {
                bits[a][b] = Float.NaN;
                if (random.nextInt(3) > 0) {
                    bits[a][b] = -13 + random.nextInt(230) / 10f;
                    linked.add(new int[] {a, b});
                }
            }
        }
        float[] weights = new float[linked.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = bits[linked.get(i)[0]][linked.get(i)[1]];
        }
        return pairs(
                linked.stream().mapToInt(pair -> pair[0]).toArray(),
                linked.stream().mapToInt(pair -> pair[1]).toArray(),
                weights);
    }

    private static ScoredPairs pairs(int[] first, int[] second, float[] bits) {
        return new ScoredPairs(List.of(new ScoredPairs.Chunk(first, second, bits)));
    }

    /** Joins the two clusters with the highest mean until it is not above the floor; ties go to the lowest records. */
    private static int[] byDefinition(int records, float[][] bits) {
        List<List<Integer>> clusters = new ArrayList<>();
        IntStream.range(0, records).forEach(record -> clusters.add(new ArrayList<>(List.of(record))));
        while (true) {
            double best = FLOOR;
            int[] join = null;
            for (int i = 0; i < clusters.size(); i++) {
                for (int j = i + 1; j < clusters.size(); j++) {
                    double mean = mean(clusters.get(i), clusters.get(j), bits);
                    if (mean > best && anyCompared(clusters.get(i), clusters.get(j), bits)) {
                        best = mean;
                        join = new int[] {i, j};
                    }
                }
            }
            if (join == null) {
                break;
            }
            clusters.get(join[0]).addAll(clusters.remove(join[1]));
        }
        int[] result = new int[records];
        clusters.forEach(cluster -> cluster.forEach(record ->
                result[record] = cluster.stream().min(Integer::compare).orElseThrow()));
        return result;
    }

    private static boolean anyCompared(List<Integer> some, List<Integer> others, float[][] bits) {
        return some.stream()
                .anyMatch(a -> others.stream().anyMatch(b -> !Float.isNaN(bits[Math.min(a, b)][Math.max(a, b)])));
    }

    private static double mean(List<Integer> some, List<Integer> others, float[][] bits) {
        double compared = 0;
        int missing = 0;
        for (int a : some) {
            for (int b : others) {
                float weight = bits[Math.min(a, b)][Math.max(a, b)];
                if (Float.isNaN(weight)) {
                    missing++;
                } else {
                    compared += Math.max(-13, Math.min(10, weight));
                }
            }
        }
        return (compared + missing * NOT_COMPARED) / (some.size() * others.size());
    }
}
