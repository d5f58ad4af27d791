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
import java.util.List;
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

    public CorpusBuilder(MatchSettings settings) {
        phones = new PhoneIntake(settings.phoneRegion());
        fields = fields(settings);
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

    /** Everything that was added, ascending by id. */
    public Corpus build() {
        int[] order = ids.ascending();
        List<FieldIntake> used =
                fields.stream().filter(field -> !field.column().isEmpty()).toList();
        Cells cells = new Cells(order.length, NAME_AND_CONTACT_COLUMNS + used.size());
        return new Corpus(
                ids.inOrder(order),
                names.given.inOrder(order, cells),
                names.family.inOrder(order, cells),
                names.names,
                names.generations.inOrder(order),
                names.kinds.inOrder(order),
                emails.column.inOrder(order, cells),
                emails.mailboxes,
                phones.column.inOrder(order, cells),
                phones.numbers,
                used.stream().map(field -> field.inOrder(order, cells)).toList());
    }

    private static List<FieldIntake> fields(MatchSettings settings) {
        List<FieldIntake> fields = new ArrayList<>(List.of(
                new DayIntake("birth date", Person::birthDate),
                new WordsIntake("street", person -> street(person.address().street())),
                new CodeIntake(
                        "postcode",
                        FieldKind.POSTCODE,
                        person -> postcode(person.address().postcode())),
                new WordsIntake("city", person -> words(person.address().city())),
                new CodeIntake(
                        "country",
                        FieldKind.EXACT,
                        person -> fold(person.address().country())),
                new WordsIntake("organisation", person -> organisation(person.organisation())),
                new WordsIntake("job title", person -> words(person.jobTitle()))));
        settings.fields().forEach((name, kind) -> fields.add(custom(name, kind)));
        return List.copyOf(fields);
    }

    private static FieldIntake custom(String name, FieldKind kind) {
        String key = name.substring(name.indexOf('.') + 1);
        return switch (kind) {
            case EXACT, UNIQUE, NUMBER ->
                new CodeIntake(name, kind, person -> fold(person.custom().get(key)));
            case POSTCODE ->
                new CodeIntake(name, kind, person -> postcode(person.custom().get(key)));
            case TEXT -> new WordsIntake(name, person -> words(person.custom().get(key)));
            case DATE -> new DayIntake(name, person -> person.custom().get(key));
        };
    }

    private static String fold(@Nullable String value) {
        String folded = value == null ? "" : Folding.fold(value);
        return Placeholders.isPlaceholder(folded) ? "" : folded;
    }

    private static List<String> words(@Nullable String value) {
        String folded = fold(value);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }

    private static List<String> street(@Nullable String value) {
        return value == null ? List.of() : Streets.tokens(value);
    }

    private static String postcode(@Nullable String value) {
        return value == null ? "" : Postcodes.of(value);
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
