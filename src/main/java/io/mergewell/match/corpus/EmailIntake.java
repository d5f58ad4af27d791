package io.mergewell.match.corpus;

import io.mergewell.normalise.EmailForm;
import io.mergewell.normalise.Emails;
import io.mergewell.person.Person;
import java.util.LinkedHashSet;
import java.util.Set;

/** E-mail addresses that can be right, each mailbox once per person. */
final class EmailIntake implements Intake {

    final EmailTable mailboxes = new EmailTable();
    final Column.Builder column = new Column.Builder();

    @Override
    public void renumber(int[] order) {
        mailboxes.renumber(Renumbering.of(mailboxes.size(), order, column));
    }

    @Override
    public Runnable prepare(Person person) {
        Set<EmailForm> forms = new LinkedHashSet<>();
        person.emails().forEach(email -> Emails.of(email.value()).stream()
                .filter(EmailForm::valid)
                .forEach(forms::add));
        boolean hasText = !person.emails().isEmpty();
        return () -> {
            forms.stream().mapToInt(mailboxes::intern).distinct().forEach(column::add);
            column.endRecord(hasText);
        };
    }
}
