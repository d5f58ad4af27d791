package io.mergewell.sandbox.world;

import java.util.List;

/** Invented companies of one country: the n-th has a name and a domain of its own. */
final class CompanyNames {

    private static final CultureFile BRANDS = CultureFile.read("brands");
    private static final List<String> FIRST = BRANDS.texts("first");
    private static final List<String> LAST = BRANDS.texts("last");

    private final List<String> trades;
    private final List<String> legalForms;
    private final List<String> cities;
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
        this.cities = file.texts("city");
        this.domainEndings = file.texts("tld");
    }

    /** The name without its legal form. */
    String shortName(long n) {
        String name = brand(n) + " " + trade(n);
        long round = n / ((long) FIRST.size() * LAST.size() * trades.size());
        return round == 0 ? name : name + " " + cities.get((int) ((round - 1) % cities.size()));
    }

    String legalForm(long n) {
        return legalForms.get((int) (Dice.mixed(n) >>> 40) % legalForms.size());
    }

    String domain(long n) {
        String name = Ascii.joined(Ascii.withUmlautsSpelledOut(shortName(n)), "-");
        String ending = domainEndings.get((int) (Dice.mixed(n + 1) >>> 40) % domainEndings.size());
        return name + "." + ending;
    }

    /** Neighbours in number differ in all parts, so that companies of a small population don't look alike. */
    private String brand(long n) {
        int first = (int) ((n + country * 17L) % FIRST.size());
        int last = (int) ((n / FIRST.size() + n * 7 + country * 5L) % LAST.size());
        return FIRST.get(first) + LAST.get(last);
    }

    private String trade(long n) {
        long brands = (long) FIRST.size() * LAST.size();
        return trades.get((int) ((n / brands + n) % trades.size()));
    }
}
