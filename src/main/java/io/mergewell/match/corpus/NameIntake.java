package io.mergewell.match.corpus;

import io.mergewell.normalise.Generation;
import io.mergewell.normalise.NameForm;
import io.mergewell.normalise.NameKind;
import io.mergewell.normalise.Names;
import io.mergewell.person.Person;
import java.util.List;

/** Names: given and family tokens, generation, and whether it is a person's name at all. */
final class NameIntake implements Intake {

    final TokenLists names = new TokenLists();
    final Column.Builder given = new Column.Builder();
    final Column.Builder family = new Column.Builder();
    final Flags.Builder<Generation> generations = new Flags.Builder<>(Generation.class);
    final Flags.Builder<NameKind> kinds = new Flags.Builder<>(NameKind.class);

    @Override
    public void renumber(int[] order) {
        names.renumber(Renumbering.of(names.size(), order, given, family));
    }

    @Override
    public Runnable prepare(Person person) {
        NameForm name = Names.of(person.name());
        boolean placeholder = name.kind() == NameKind.PLACEHOLDER;
        return () -> {
            add(given, placeholder ? List.of() : name.given());
            add(family, placeholder ? List.of() : name.family());
            generations.add(name.generation());
            kinds.add(name.kind());
        };
    }

    private void add(Column.Builder column, List<String> tokens) {
        if (!tokens.isEmpty()) {
            column.add(names.intern(tokens));
        }
        column.endRecord(!tokens.isEmpty());
    }
}
