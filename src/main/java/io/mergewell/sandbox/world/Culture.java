package io.mergewell.sandbox.world;

import java.util.List;

/** A country with its names, numbers and companies, read from a table. */
public final class Culture {

    private final int number;
    private final int share;
    private final Names names;
    private final PhonePlan phones;
    private final List<String> mailProviders;
    private final List<String> titles;
    private final List<String> generations;
    private final List<String> households;
    private final boolean familyFirst;
    private final boolean middleNames;
    private final boolean umlauts;
    private final CompanyNames companies;

    Culture(int number, CultureFile file) {
        this.number = number;
        this.share = Integer.parseInt(file.texts("share").get(0));
        this.names = new Names(file);
        this.phones = new PhonePlan(file);
        this.mailProviders = file.texts("mail");
        this.titles = file.texts("title");
        this.generations = file.has("generation") ? file.texts("generation") : List.of("Sr.", "Jr.");
        this.households = file.has("household") ? file.texts("household") : List.of("family");
        this.familyFirst = file.texts("order").contains("family-first");
        this.middleNames = file.has("middle");
        this.umlauts = file.has("umlaut");
        this.companies = new CompanyNames(file, number);
    }

    /** Its place among the cultures, from 0. */
    int number() {
        return number;
    }

    int share() {
        return share;
    }

    Names names() {
        return names;
    }

    PhonePlan phones() {
        return phones;
    }

    CompanyNames companies() {
        return companies;
    }

    /** Mail providers that people use; the frequent ones are listed more than once. */
    List<String> mailProviders() {
        return mailProviders;
    }

    /** Forms of address, such as Mr. and Dr. */
    public List<String> titles() {
        return titles;
    }

    /** What stands before the family name in a mailbox that a family shares. */
    List<String> households() {
        return households;
    }

    /** What a father and a son of the same name put behind it, in this order. */
    public List<String> generations() {
        return generations;
    }

    /** Whether the family name is written before the given name. */
    public boolean familyFirst() {
        return familyFirst;
    }

    /** Whether people have a middle name that others abbreviate. */
    boolean middleNames() {
        return middleNames;
    }

    /** What people with this given name are also called; empty if nothing is usual. */
    public List<String> nicknames(String given) {
        return names.nicknames(given);
    }

    /** A name without marks, as this culture writes it in mail addresses. */
    public String ascii(String name) {
        return umlauts ? Ascii.withUmlautsSpelledOut(name) : Ascii.of(name);
    }

    /** The letters and digits of a name as they stand in a mail address. */
    String mailPart(String name) {
        return Ascii.joined(ascii(name), "");
    }
}
