package io.mergewell.plan;

import io.mergewell.match.MatchSettings;
import io.mergewell.normalise.Dates;
import io.mergewell.normalise.EmailForm;
import io.mergewell.normalise.Emails;
import io.mergewell.normalise.Folding;
import io.mergewell.normalise.NameForm;
import io.mergewell.normalise.Names;
import io.mergewell.normalise.Organisations;
import io.mergewell.normalise.PhoneForm;
import io.mergewell.normalise.Phones;
import io.mergewell.normalise.Postcodes;
import io.mergewell.normalise.Streets;
import io.mergewell.person.ContactValue;
import io.mergewell.person.Person;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What two persons are compared by, in comparable form, as a digest: as long as it is the same, there is nothing new to
 * judge them by. Another spelling of the same value, another order, and all that takes no part in matching make no
 * difference.
 */
public final class ComparedValues {

    private static final String VERSION = "mergewell compared values 1";

    private final Phones phones;
    private final Set<String> fields;

    /** @param match says from where numbers without a country code are, and which further fields are compared */
    public ComparedValues(MatchSettings match) {
        this.phones = new Phones(match.phoneRegion());
        this.fields = match.fields().keySet();
    }

    /** SHA-256 as 64 hexadecimal digits; the same whichever of the two is named first. */
    public String digest(Person one, Person other) {
        boolean inOrder = one.id().compareTo(other.id()) < 0;
        Canonical canonical = new Canonical().text(VERSION);
        write(canonical, inOrder ? one : other);
        write(canonical, inOrder ? other : one);
        return canonical.digest();
    }

    /** The same of a single person, such as an empty shell. */
    public String digest(Person person) {
        Canonical canonical = new Canonical().text(VERSION);
        write(canonical, person);
        return canonical.digest();
    }

    private void write(Canonical canonical, Person person) {
        NameForm name = Names.of(person.name());
        canonical.text(person.id().value()).texts(name.given()).texts(name.family());
        canonical.text(name.generation().name()).text(name.kind().name());
        canonical.texts(sorted(
                cells(person.emails()).flatMap(cell -> Emails.of(cell).stream()).map(EmailForm::mailbox)));
        canonical.texts(sorted(
                cells(person.phones()).flatMap(cell -> phones.of(cell).stream()).map(ComparedValues::number)));
        canonical
                .text(form(person.organisation().id()))
                .text(Organisations.of(text(person.organisation().name())));
        canonical.text(String.valueOf(Dates.of(text(person.birthDate()))));
        canonical.texts(Streets.tokens(text(person.address().street())));
        canonical.text(Postcodes.of(text(person.address().postcode())));
        canonical.text(form(person.address().city())).text(form(person.address().country()));
        canonical.text(form(person.jobTitle()));
        fields.forEach(key -> canonical.text(key).text(form(person.custom().get(key.replaceFirst("^custom\\.", "")))));
    }

    private static Stream<String> cells(List<ContactValue> contacts) {
        return contacts.stream().map(ContactValue::value);
    }

    private static List<String> sorted(Stream<String> values) {
        return values.distinct().sorted().toList();
    }

    private static String number(PhoneForm form) {
        return form.digits() + "x" + form.extension();
    }

    private static String form(@Nullable String text) {
        return Folding.fold(text(text)).strip();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
