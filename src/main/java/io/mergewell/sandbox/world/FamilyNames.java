package io.mergewell.sandbox.world;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The family names of a culture: the frequent ones from a list, the others composed of what such names are made of. */
final class FamilyNames {

    private static final int LONGEST_FURTHER_PART = 4;

    private final Ranked<Word> frequent;
    private final List<Word> starts;
    private final List<Word> middles;
    private final List<Word> ends;
    private final List<Word> further;

    FamilyNames(CultureFile file) {
        this.frequent = Ranked.byZipf(file.words("family"));
        this.starts = file.words("tail1");
        this.middles = file.words("tail2");
        this.ends = file.words("tail3");
        this.further = Stream.concat(starts.stream(), middles.stream())
                .filter(part -> !part.inLatin().isEmpty() && part.inLatin().length() <= LONGEST_FURTHER_PART)
                .map(FamilyNames::inLowerCase)
                .distinct()
                .toList();
    }

    List<Word> frequent() {
        return frequent.values();
    }

    Word any(Dice dice, NameSpread spread) {
        boolean listed = starts.isEmpty() || dice.chance(spread.frequentFamilyNames());
        return listed ? frequent.pick(dice) : composed(dice, spread);
    }

    private Word composed(Dice dice, NameSpread spread) {
        Word start = dice.pick(starts);
        Word middle = dice.pick(middles);
        Word end = dice.pick(ends);
        Stream<Word> inside = spread.isWide() ? further(furtherNumber(dice, spread.familyBits())) : Stream.of();
        return Word.composed(
                Stream.of(Stream.of(start, middle), inside, Stream.of(end)).flatMap(parts -> parts));
    }

    /** Zipf's law in steps: each power of two comes up as often as the next, which has twice as many numbers. */
    private static int furtherNumber(Dice dice, int bits) {
        return dice.below(1 << dice.between(0, bits));
    }

    /** The parts that spell a number; none for 0. */
    private Stream<Word> further(int number) {
        return Stream.iterate(number, rest -> rest > 0, rest -> rest / further.size())
                .map(rest -> further.get(rest % further.size()));
    }

    private static Word inLowerCase(Word part) {
        return new Word(
                part.written().toLowerCase(Locale.ROOT),
                part.latin().stream()
                        .map(spelling -> spelling.toLowerCase(Locale.ROOT))
                        .toList());
    }
}
