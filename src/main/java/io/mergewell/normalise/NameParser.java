package io.mergewell.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads one name: first off go titles, degrees and the generation, then what is left is put in order. */
final class NameParser {

    private static final Set<String> BORN = Set.of("geb", "geb.", "geborene", "nee", "born");

    private Generation generation = Generation.NONE;
    private boolean titled;

    /** A name in one field. */
    NameForm full(List<String> words) {
        List<List<String>> segments = segments(words);
        if (segments.isEmpty()) {
            return NameForm.PLACEHOLDER;
        }
        List<String> start = segments.get(0);
        return segments.size() == 1 ? natural(start) : familyFirst(start, joined(segments, 1));
    }

    /** A name in two fields, of which neither is empty. */
    NameForm parts(List<String> first, List<String> last) {
        List<String> family = joined(segments(last), 0);
        List<List<String>> givenSegments = segments(first);
        if (givenSegments.size() > 1 && givenSegments.get(0).equals(family)) {
            givenSegments.remove(0);
        }
        List<String> given = joined(givenSegments, 0);
        if (given.equals(family) && given.size() > 1) {
            return natural(given);
        }
        strip(given, 0, Integer.MAX_VALUE);
        strip(family, given.isEmpty() ? 1 : 0, 1);
        return form(NameOrder.parts(NameWords.cleaned(given), NameWords.cleaned(family)));
    }

    /** A name of which only the field of the family name is filled. */
    NameForm familyOnly(List<String> last) {
        List<List<String>> segments = segments(last);
        if (segments.size() > 1) {
            return familyFirst(segments.get(0), joined(segments, 1));
        }
        List<String> family = joined(segments, 0);
        strip(family, 1, 1);
        return form(new NameOrder(List.of(), NameWords.cleaned(family)));
    }

    private NameForm natural(List<String> words) {
        strip(words, 1, 2);
        return form(NameOrder.natural(NameWords.cleaned(words), titled));
    }

    private NameForm familyFirst(List<String> family, List<String> given) {
        strip(family, 1, 1);
        strip(given, 1, Integer.MAX_VALUE);
        return form(NameOrder.parts(NameWords.cleaned(given), NameWords.cleaned(family)));
    }

    private NameForm form(NameOrder order) {
        return order.given().isEmpty() && order.family().isEmpty()
                ? NameForm.PLACEHOLDER
                : new NameForm(order.given(), order.family(), generation, NameKind.PERSON);
    }

    /** What commas part; those parts that only hold degrees, titles or a generation are left out. */
    private List<List<String>> segments(List<String> words) {
        List<List<String>> segments = new ArrayList<>(2);
        int from = 0;
        for (int i = 0; i <= words.size(); i++) {
            if (i == words.size() || words.get(i).equals(NameWords.COMMA)) {
                List<String> segment = words.subList(from, i);
                from = i + 1;
                if (!segment.isEmpty()
                        && !(segments.size() > 0
                                && isSuffix(segment, segments.get(0).size()))) {
                    segments.add(new ArrayList<>(segment));
                }
            }
        }
        return segments;
    }

    private boolean isSuffix(List<String> segment, int before) {
        for (String word : segment) {
            Generation found = Generation.ofSuffix(word);
            if (found != null) {
                generation = found;
            } else if (!Titles.isPostNominal(word, before) && !Titles.isHonorific(word)) {
                return false;
            }
        }
        return true;
    }

    private static List<String> joined(List<List<String>> segments, int from) {
        List<String> joined = new ArrayList<>();
        segments.subList(Math.min(from, segments.size()), segments.size()).forEach(joined::addAll);
        return joined;
    }

    /**
     * Takes off a name, or a part of it, what belongs to no name.
     *
     * @param keep how many words have to stay before a title is taken for one
     * @param beforeName behind how many words one like {@code neto} is a generation and no name
     */
    private void strip(List<String> words, int keep, int beforeName) {
        dropMaidenName(words);
        titled |= Titles.stripLeading(words, keep);
        int before;
        do {
            before = words.size();
            Titles.stripTrailing(words);
            takeGeneration(words, beforeName);
        } while (words.size() < before);
    }

    private void takeGeneration(List<String> words, int beforeName) {
        int last = words.size() - 1;
        if (last < 1) {
            return;
        }
        Generation found = Generation.ofSuffix(words.get(last));
        if (found == null && last >= beforeName) {
            found = Generation.ofName(words.get(last));
        }
        if (found != null) {
            generation = found;
            words.remove(last);
        }
    }

    private static void dropMaidenName(List<String> words) {
        for (int i = 1; i + 1 < words.size(); i++) {
            if (BORN.contains(words.get(i))) {
                words.subList(i, words.size()).clear();
                return;
            }
        }
    }
}
