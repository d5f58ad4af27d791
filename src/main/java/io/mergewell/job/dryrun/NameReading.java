package io.mergewell.job.dryrun;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.NameSource;
import io.mergewell.crm.NameSource.Part;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.job.run.RunContext;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.vocabulary.Term;
import io.mergewell.person.vocabulary.TermKind;
import io.mergewell.plan.Plan;
import io.mergewell.store.mirror.Mirror;
import io.mergewell.store.mirror.MirroredPerson;
import io.mergewell.store.mirror.Terms;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Learns the names of what a plan's persons hold by number. Nothing depends on them, and everything else was read by
 * then, so that no answer ends the run: what goes wrong is said in a note, and shown by number, or by the name of an
 * earlier night.
 */
final class NameReading {

    /** A hundred requests: beyond it, names would cost more of the day's budget than reading the persons did. */
    private static final int MOST_ORGANISATIONS = 10_000;

    private final RunContext run;
    private final Terms terms;
    private final Map<Part, String> unnamed = new EnumMap<>(Part.class);
    private boolean troubled;

    NameReading(RunContext run) {
        this.run = run;
        this.terms = new Terms(run.store());
    }

    /** Asks, and keeps the answers. To be called within a transaction of the store. */
    void learn(Plan plan) {
        NameSource names = run.crm().names();
        ask(Part.FIELDS, names::fields)
                .ifPresent(found -> terms.replace(EnumSet.of(TermKind.FIELD, TermKind.OPTION, TermKind.LABEL), found));
        ask(Part.OWNERS, names::owners).ifPresent(found -> terms.replace(Set.of(TermKind.OWNER), found));
        List<SourcedPerson> members = oneOfEachOrganisation(plan);
        ask(Part.ORGANISATIONS, () -> names.organisations(members))
                .ifPresent(found -> terms.replace(Set.of(TermKind.ORGANISATION), found));
        if (!unnamed.isEmpty()) {
            run.note(note());
        }
    }

    private Optional<List<Term>> ask(Part part, Supplier<List<Term>> question) {
        run.stop().check();
        if (troubled) {
            unnamed.put(part, "not asked for after that");
            return Optional.empty();
        }
        try {
            return Optional.of(question.get());
        } catch (CrmException.Refused refused) {
            troubled = !refused.tokenAccepted();
            unnamed.put(part, troubled ? "the token was refused" : "refused (403)" + remedy(part));
        } catch (CrmException.Temporary temporary) {
            troubled = true;
            unnamed.put(part, temporary.wantsPause() ? "a limit is reached" : "no answer that could be waited for");
        } catch (CrmException.BrokenContract unusable) {
            unnamed.put(part, "the answer was of no use");
        }
        return Optional.empty();
    }

    private String remedy(Part part) {
        String scope = run.crm().names().scope(part);
        return scope.isEmpty() ? "" : "; an app needs the scope " + scope + ", an API token a user who may see them";
    }

    private String note() {
        List<String> parts = new ArrayList<>();
        unnamed.forEach((part, why) -> parts.add(part.words() + " (" + why + ")"));
        return "Shown by number, or by the name of an earlier night, because their names could not be read: "
                + String.join("; ", parts)
                + ". Nothing that is proposed depends on a name, and the next dry run asks again.";
    }

    /** In the order of the report, so that the first groups have names whatever the number. */
    private List<SourcedPerson> oneOfEachOrganisation(Plan plan) {
        Map<String, Person> members = new LinkedHashMap<>();
        plan.groups().stream().flatMap(group -> group.members().stream()).forEach(member -> {
            Organisation organisation = member.organisation();
            @Nullable String id = organisation.id();
            if (id != null && organisation.name() == null) {
                members.putIfAbsent(id, member);
            }
        });
        return members.values().stream()
                .limit(MOST_ORGANISATIONS)
                .map(member -> new SourcedPerson(member, () -> raw(member.id())))
                .toList();
    }

    private String raw(PersonId id) {
        @Nullable
        MirroredPerson mirrored = new Mirror(run.store()).find(List.of(id)).get(id);
        return mirrored == null ? "" : mirrored.raw();
    }
}
