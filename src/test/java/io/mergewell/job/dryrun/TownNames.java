package io.mergewell.job.dryrun;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.NameSource;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.RecordFacts;
import io.mergewell.person.vocabulary.Term;
import io.mergewell.person.vocabulary.TermKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What people of a town call what its records hold by number, and which questions fail. */
final class TownNames implements NameSource {

    static final String SOURCE = "e27b94c06a5f1d83b70e4c9f8a21d65307fb3e9a";

    final List<Part> asked = new ArrayList<>();
    final List<Term> fields = new ArrayList<>(List.of(
            new Term(TermKind.FIELD, "", SOURCE, "Source"),
            new Term(TermKind.OPTION, SOURCE, "1", "Web form"),
            new Term(TermKind.OPTION, SOURCE, "2", "Trade fair"),
            new Term(TermKind.LABEL, "", "3", "Customer")));
    final List<Term> owners = new ArrayList<>(List.of(new Term(TermKind.OWNER, "", "5", "Ada Berg")));
    final List<Term> companies = new ArrayList<>(List.of(new Term(TermKind.ORGANISATION, "", "12", "Analytical Ltd")));
    final List<String> organisations = new ArrayList<>();

    private final Map<Part, CrmException> failures = new EnumMap<>(Part.class);

    /** Everybody of the town gets an organisation, a label, an owner and a source, by number; twins another source. */
    static TownNames of(TownSource town) {
        town.persons.replaceAll((id, person) -> with(person, id > 1_000 ? "2" : "1"));
        return new TownNames();
    }

    void fail(Part part, CrmException failure) {
        failures.put(part, failure);
    }

    void recover() {
        failures.clear();
    }

    @Override
    public List<Term> fields() {
        return answer(Part.FIELDS, fields);
    }

    @Override
    public List<Term> owners() {
        return answer(Part.OWNERS, owners);
    }

    @Override
    public List<Term> organisations(List<SourcedPerson> members) {
        members.forEach(member -> organisations.add(
                member.person().organisation().id() + " of " + member.person().id() + " " + member.raw()));
        return answer(Part.ORGANISATIONS, companies);
    }

    @Override
    public String scope(Part part) {
        return "town:" + part.name().charAt(0);
    }

    private List<Term> answer(Part part, List<Term> terms) {
        asked.add(part);
        if (failures.containsKey(part)) {
            throw failures.get(part);
        }
        return terms;
    }

    private static Person with(Person person, String source) {
        RecordFacts facts = person.facts();
        return new Person(
                person.id(),
                person.name(),
                person.emails(),
                person.phones(),
                new Organisation("12", null),
                person.birthDate(),
                person.address(),
                person.jobTitle(),
                new TreeMap<>(Map.of(SOURCE, source)),
                new RecordFacts("5", List.of("3"), facts.consent(), facts.links(), facts.addedAt(), facts.updatedAt()));
    }
}
