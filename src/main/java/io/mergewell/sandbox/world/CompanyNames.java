package io.mergewell.sandbox.world;

import java.util.List;

/** Invented companies of one country: the n-th has a name and a domain of its own. */
final class CompanyNames {

    private static final CultureFile BRANDS = CultureFile.read("brands");
    private static final List<String> FIRST = BRANDS.texts("first");
    private static final List<String> LAST = BRANDS.texts("last");
    private static final List<String> SYLLABLES = BRANDS.texts("middle");
    private static final long ROUND = (long) FIRST.size() * LAST.size();

    private final List<String> trades;
    private final List<String> legalForms;
    private final List<String> domainEndings;
    private final int country;

    /**
     * Of one country.
     *
     * @param country its number, so that the first companies of two countries have different names
     */
    CompanyNames(CultureFile file, int country) {
        this.country = country;
        this.trades = file.texts("trade");
        this.legalForms = file.texts("legal");
        this.domainEndings = file.texts("tld");
    }

    /** The name without its legal form. */
    String shortName(long n) {
        return brand(n) + " " + trade(n);
    }

    String legalForm(long n) {
        return legalForms.get((int) (Dice.mixed(n) >>> 40) % legalForms.size());
    }

    String domain(long n) {
        String name = Ascii.joined(Ascii.withUmlautsSpelledOut(shortName(n)), "-");
        String ending = domainEndings.get((int) (Dice.mixed(n + 1) >>> 40) % domainEndings.size());
        return name + "." + ending;
    }

    /**
     * Neighbours in number differ in all parts, so that companies of a small population don't look alike. When all
     * brands of two parts are used, further rounds put syllables between them, each country its own, so that brands grow
     * in number with the companies.
     */
    private String brand(long n) {
        int first = (int) ((n + country * 17L) % FIRST.size());
        int last = (int) ((n / FIRST.size() + n * 7 + country * 5L) % LAST.size());
        return FIRST.get(first) + syllables(n / ROUND * Cultures.ALL.size() + country, n >= ROUND) + LAST.get(last);
    }

    private static String syllables(long number, boolean wanted) {
        StringBuilder text = new StringBuilder();
        for (long rest = wanted ? number : 0; rest > 0; rest /= SYLLABLES.size()) {
            text.append(SYLLABLES.get((int) (rest % SYLLABLES.size())));
        }
        return text.toString();
    }

    private String trade(long n) {
        return trades.get((int) ((n / ROUND + n) % trades.size()));
    }
}
