package io.mergewell.match.corpus;

import io.mergewell.match.FieldKind;
import io.mergewell.match.MatchSettings;
import io.mergewell.match.corpus.FieldIntake.CodeIntake;
import io.mergewell.match.corpus.FieldIntake.DayIntake;
import io.mergewell.match.corpus.FieldIntake.WordsIntake;
import io.mergewell.normalise.Folding;
import io.mergewell.normalise.Organisations;
import io.mergewell.normalise.Placeholders;
import io.mergewell.normalise.Postcodes;
import io.mergewell.normalise.Streets;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes persons in. {@link #prepare} runs on any thread; its answers are given to {@link #add} by one thread. The order
 * does not matter.
 */
public final class CorpusBuilder {

    private static final int NAME_AND_CONTACT_COLUMNS = 4;

    private final Ids.Builder ids = new Ids.Builder();
    private final NameIntake names = new NameIntake();
    private final EmailIntake emails = new EmailIntake();
    private final PhoneIntake phones;
    private final List<FieldIntake> fields;
    private final List<Intake> intakes;
    private final Set<String> named;

    public CorpusBuilder(MatchSettings settings) {
        phones = new PhoneIntake(settings.phoneRegion());
        fields = fields(settings);
        named = settings.fields().keySet();
        intakes =
                Stream.concat(Stream.of(names, emails, phones), fields.stream()).toList();
    }

    /** A person in comparable form, ready to be added. */
    public PreparedPerson prepare(Person person) {
        List<Runnable> additions = new ArrayList<>(intakes.size());
        intakes.forEach(intake -> additions.add(intake.prepare(person)));
        return new PreparedPerson(person.id(), additions);
    }

    /**
     * Adds a prepared person.
     *
     * @throws IllegalArgumentException if a person of that id was added before
     */
    public void add(PreparedPerson person) {
        ids.add(person.id());
        person.additions().forEach(Runnable::run);
    }

    /** Everything that was added, ascending by id, without the values that say nothing. Nothing can be added after it. */
    public Corpus build() {
        int[] order = ids.ascending();
        intakes.parallelStream().forEach(intake -> intake.renumber(order));
        names.names.close();
        emails.mailboxes.close();
        phones.numbers.close();
        ColumnJudge judge = new ColumnJudge();
        IntPredicate mailboxes = judge.ofContact("e-mail", emails.column);
        IntPredicate lines = judge.ofContact("phone", phones.column);
        Map<FieldIntake, IntPredicate> used = new LinkedHashMap<>();
        fields.forEach(
                field -> judge.ofField(field, named.contains(field.name())).ifPresent(kept -> used.put(field, kept)));
        Cells cells = new Cells(order.length, NAME_AND_CONTACT_COLUMNS + used.size());
        return new Corpus(
                ids.inOrder(order),
                names.given.inOrder(order, cells),
                names.family.inOrder(order, cells),
                names.names,
                names.generations.inOrder(order),
                names.kinds.inOrder(order),
                emails.column.inOrder(order, cells, mailboxes),
                emails.mailboxes,
                phones.column.inOrder(order, cells, lines),
                phones.numbers,
                used.entrySet().stream()
                        .map(field -> field.getKey().inOrder(order, cells, field.getValue()))
                        .toList(),
                judge.notes());
    }

    private static List<FieldIntake> fields(MatchSettings settings) {
        List<FieldIntake> fields = new ArrayList<>(List.of(
                new DayIntake("birth date", Person::birthDate),
                words("street", person -> person.address().street(), Streets::tokens),
                new CodeIntake(
                        "postcode",
                        FieldKind.POSTCODE,
                        person -> person.address().postcode(),
                        Postcodes::of),
                words("city", person -> person.address().city(), CorpusBuilder::words),
                new CodeIntake(
                        "country", FieldKind.EXACT, person -> person.address().country(), CorpusBuilder::fold),
                new WordsIntake(
                        "organisation",
                        person -> person.organisation().name(),
                        person -> organisation(person.organisation())),
                words("job title", Person::jobTitle, CorpusBuilder::words)));
        settings.fields().forEach((name, kind) -> fields.add(custom(name, kind)));
        return List.copyOf(fields);
    }

    private static FieldIntake custom(String name, FieldKind kind) {
        String key = name.substring(name.indexOf('.') + 1);
        Function<Person, @Nullable String> text = person -> person.custom().get(key);
        return switch (kind) {
            case EXACT, UNIQUE, NUMBER -> new CodeIntake(name, kind, text, CorpusBuilder::fold);
            case POSTCODE -> new CodeIntake(name, kind, text, Postcodes::of);
            case TEXT -> words(name, text, CorpusBuilder::words);
            case DATE -> new DayIntake(name, text);
        };
    }

    private static FieldIntake words(
            String name, Function<Person, @Nullable String> text, Function<String, List<String>> tokens) {
        return new WordsIntake(name, text, person -> {
            String written = text.apply(person);
            return written == null ? List.of() : tokens.apply(written);
        });
    }

    private static String fold(String value) {
        String folded = Folding.fold(value);
        return Placeholders.isPlaceholder(folded) ? "" : folded;
    }

    private static List<String> words(String value) {
        String folded = fold(value);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }

    /** The name where it is known, else the system's id for the organisation. */
    private static List<String> organisation(Organisation organisation) {
        String name = organisation.name() == null ? "" : Organisations.of(organisation.name());
        if (!name.isEmpty()) {
            return List.of(name.split(" "));
        }
        return organisation.id() == null ? List.of() : List.of("#" + organisation.id());
    }
}
