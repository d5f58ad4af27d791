package io.mergewell.sandbox.world;

import java.util.List;
import java.util.stream.IntStream;

/** All the countries of the sandbox. */
final class Cultures {

    private static final List<String> CODES = List.of(
            "us", "gb", "de", "fr", "it", "es", "mx", "br", "pt", "nl", "pl", "se", "dk", "fi", "tr", "in", "ae", "cn",
            "jp", "ua", "ru");

    static final List<Culture> ALL = IntStream.range(0, CODES.size())
            .mapToObj(number -> new Culture(number, CultureFile.read(CODES.get(number))))
            .toList();

    static final int TOTAL_SHARE = ALL.stream().mapToInt(Culture::share).sum();

    private static final Ranked<Culture> BY_SHARE = Ranked.byWeight(ALL, Culture::share);

    private Cultures() {}

    static Culture any(Dice dice) {
        return BY_SHARE.pick(dice);
    }
}
