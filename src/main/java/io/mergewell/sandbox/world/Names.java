package io.mergewell.sandbox.world;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How people of a culture are called. */
final class Names {

    private static final int DOUBLE_GIVEN_NAMES = 70;

    private final Ranked<Word> female;
    private final Ranked<Word> male;
    private final RareGivenNames rareFemale;
    private final RareGivenNames rareMale;
    private final FamilyNames family;
    private final Set<String> frequent;
    private final Map<String, List<String>> feminine;
    private final Map<String, List<String>> nicknames;
    private final String joiner;
    private final boolean composed;
    private final boolean twoFamilyNames;

    Names(CultureFile file) {
        this.female = Ranked.byZipf(file.words("female"));
        this.male = Ranked.byZipf(file.words("male"));
        this.rareFemale = new RareGivenNames(female.values());
        this.rareMale = new RareGivenNames(male.values());
        this.family = new FamilyNames(file);
        this.feminine = file.lists("feminine");
        this.nicknames = file.lists("nick");
        this.joiner = file.texts("joiner").stream().findFirst().orElse("");
        this.composed = file.has("compose");
        this.twoFamilyNames = file.has("two_family");
        this.frequent = family.frequent().stream()
                .flatMap(name -> Stream.of(name.inLatin(), feminine(name.inLatin())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A given name; in some cultures two now and then, in others always composed of one or two signs. */
    Word given(Dice dice, boolean isFemale, NameSpread spread) {
        RareGivenNames rare = isFemale ? rareFemale : rareMale;
        if (spread.isWide() && !rare.isEmpty() && dice.chance(spread.rareGivenNames())) {
            return rare.any(dice);
        }
        Ranked<Word> names = isFemale ? female : male;
        Word first = names.pick(dice);
        if (composed && dice.chance(700)) {
            Word second = names.pick(dice);
            return Word.composed(Stream.of(
                    first, new Word(second.written(), List.of(second.inLatin().toLowerCase(Locale.ROOT)))));
        }
        if (!joiner.isEmpty() && dice.chance(DOUBLE_GIVEN_NAMES)) {
            Word second = names.pick(dice);
            return second.equals(first) ? first : first.plus(joiner, second);
        }
        return first;
    }

    /** A family name in the form a man bears. */
    Word family(Dice dice, NameSpread spread) {
        Word name = family.any(dice, spread);
        return twoFamilyNames && dice.chance(450) ? name.plus(" ", family.any(dice, spread)) : name;
    }

    /** The form in which a person of that sex bears a family name. */
    Word borne(Word name, boolean isFemale) {
        return isFemale && !feminine.isEmpty()
                ? new Word(
                        feminine(name.written()),
                        name.latin().stream().map(this::feminine).toList())
                : name;
    }

    /** Whether so many bear a family name that mail providers have it taken. */
    boolean isFrequent(Word name) {
        return frequent.contains(name.inLatin());
    }

    /** What people called so are also called; empty if nothing is usual. */
    List<String> nicknames(String given) {
        return nicknames.getOrDefault(given, List.of());
    }

    private String feminine(String name) {
        return feminine.entrySet().stream()
                .filter(ending -> name.endsWith(ending.getKey()))
                .findFirst()
                .map(ending -> name.substring(0, name.length() - ending.getKey().length())
                        + ending.getValue().get(0))
                .orElse(name);
    }
}
