package io.mergewell.match.corpus;

import io.mergewell.normalise.PhoneForm;
import io.mergewell.normalise.Phones;
import io.mergewell.person.Person;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Phone numbers that can be right, each once per person. */
final class PhoneIntake implements Intake {

    final PhoneTable numbers = new PhoneTable();
    final Column.Builder column = new Column.Builder();
    private final Phones phones;

    /** @param region of numbers without a country code; null where none is assumed */
    PhoneIntake(@Nullable String region) {
        phones = new Phones(region);
    }

    @Override
    public void renumber(int[] order) {
        numbers.renumber(Renumbering.of(numbers.size(), order, column));
    }

    @Override
    public Runnable prepare(Person person) {
        Set<PhoneForm> forms = new LinkedHashSet<>();
        person.phones().forEach(phone -> phones.of(phone.value()).stream()
                .filter(PhoneForm::valid)
                .forEach(forms::add));
        boolean hasText = !person.phones().isEmpty();
        return () -> {
            forms.stream().mapToInt(numbers::intern).distinct().forEach(column::add);
            column.endRecord(hasText);
        };
    }
}
