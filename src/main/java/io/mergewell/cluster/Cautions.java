package io.mergewell.cluster;

import io.mergewell.match.comparison.Comparison;
import io.mergewell.match.comparison.Comparisons;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.model.MatchModel;
import java.util.ArrayList;
import java.util.List;

/** What a reader should look at before two records become one, in sentences without values. */
final class Cautions {

    /** From how many bearers on a shared mailbox or number is worth a word. */
    private static final int MANY_BEARERS = 3;

    private final Corpus corpus;
    private final List<Comparison> fields;
    private final MatchModel.Scorer scorer;
    private final PersonalEvidence personal;

    Cautions(Corpus corpus, List<Comparison> fields, MatchModel.Scorer scorer) {
        this.corpus = corpus;
        this.fields = fields;
        this.scorer = scorer;
        this.personal = new PersonalEvidence(corpus);
    }

    /** Cautions of the pair that was scored last. */
    List<String> sentences(int a, int b) {
        List<String> sentences = new ArrayList<>();
        if (corpus.generations().of(a) != corpus.generations().of(b)) {
            sentences.add("only one has a generation (Jr, Sr, III)");
        }
        if (!personal.isThere(a, b, isOneGivenName())) {
            sentences.add("nothing agrees that only one human being has: personal mailbox, mobile number, birth date");
        }
        for (int slot = 0; slot < fields.size(); slot++) {
            if (scorer.level(slot) > 0) {
                addSharedContact(slot, sentences);
                addDifference(slot, sentences);
            }
        }
        return sentences;
    }

    /** Twins have names as alike as a name and its misspelling, but theirs are names that others have as well. */
    private boolean isOneGivenName() {
        int level = scorer.level(Comparisons.GIVEN_NAME);
        return Comparisons.isSameName(level)
                || (Comparisons.isMisspeltName(level) && scorer.fewestBearers(Comparisons.GIVEN_NAME) == 1);
    }

    private void addSharedContact(int slot, List<String> sentences) {
        String field = fields.get(slot).field();
        if (scorer.level(slot) == 1 && (field.equals("e-mail") || field.equals("phone"))) {
            int bearers = scorer.bearers(slot);
            if (bearers >= MANY_BEARERS) {
                sentences.add(field + " shared by " + bearers + " persons");
            }
        }
    }

    private void addDifference(int slot, List<String> sentences) {
        String field = fields.get(slot).field();
        boolean different = scorer.level(slot) == fields.get(slot).levelCount();
        if (different && (field.equals("given name") || field.equals("family name"))) {
            sentences.add(field + "s differ");
        }
    }
}
