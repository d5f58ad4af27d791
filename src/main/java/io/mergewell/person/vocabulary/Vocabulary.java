package io.mergewell.person.vocabulary;

import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.RecordFacts;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All names that are known. What has none is shown as the system numbers it. Owners and organisations keep their ids
 * beside their names; elsewhere an id is shown only where a name is shared.
 */
public final class Vocabulary {

    /** Knows no name. */
    public static final Vocabulary NONE = new Vocabulary(Map.of());

    /** Stands before the key of a further field wherever fields are named. */
    public static final String CUSTOM = "custom.";

    private static final Pattern MENTION = Pattern.compile("custom\\.([\\p{L}\\p{N}_-]+)");

    /** What a report calls a record's own fields: a further field of such a name is told from them. */
    private static final Set<String> OWN_FIELDS = Set.of(
            "name",
            "e-mail",
            "phone",
            "birth date",
            "organisation",
            "job title",
            "address",
            "street",
            "postcode",
            "city",
            "country",
            "label",
            "labels",
            "owner",
            "consent");

    private final Map<Scope, Map<String, String>> names;

    private Vocabulary(Map<Scope, Map<String, String>> names) {
        this.names = names;
    }

    /** Within what codes are unique. */
    private record Scope(TermKind kind, String field) {}

    /** A vocabulary of these; of two names for one thing the lesser counts. */
    public static Vocabulary of(Collection<Term> terms) {
        Map<Scope, SortedMap<String, Term>> byScope = new HashMap<>();
        new TreeSet<>(terms)
                .forEach(term -> byScope.computeIfAbsent(new Scope(term.kind(), term.field()), scope -> new TreeMap<>())
                        .putIfAbsent(term.code(), term));
        Map<Scope, Map<String, String>> names = new HashMap<>();
        byScope.forEach((scope, found) -> names.put(scope, shown(scope.kind(), List.copyOf(found.values()))));
        return names.isEmpty() ? NONE : new Vocabulary(names);
    }

    private static Map<String, String> shown(TermKind kind, List<Term> terms) {
        return switch (kind) {
            case FIELD -> SharedNames.apart(terms, OWN_FIELDS);
            case OPTION, LABEL -> SharedNames.apart(terms, Set.of());
            case OWNER ->
                terms.stream().collect(Collectors.toMap(Term::code, term -> term.name() + " (" + term.code() + ")"));
            case ORGANISATION -> terms.stream().collect(Collectors.toMap(Term::code, Term::name));
        };
    }

    /** Whether it knows no name at all. */
    public boolean isEmpty() {
        return names.isEmpty();
    }

    /**
     * The name of a further field; empty if it is not known.
     *
     * @param key without {@code custom.}
     */
    public Optional<String> field(String key) {
        return find(TermKind.FIELD, "", key);
    }

    /**
     * A value of a further field, its options by name.
     *
     * @param key of the field, without {@code custom.}
     * @param value a code, or a list of codes as JSON; any text of a field that offers no options stays as it is
     */
    public String value(String key, String value) {
        if (!names.containsKey(new Scope(TermKind.OPTION, key))) {
            return value;
        }
        boolean several = value.startsWith("[") && value.endsWith("]");
        String codes = several ? value.substring(1, value.length() - 1) : value;
        return Arrays.stream(several ? codes.split(",", -1) : new String[] {codes})
                .map(code -> several ? code.strip().replaceAll("^\"|\"$", "") : code)
                .map(code -> find(TermKind.OPTION, key, code).orElse(code))
                .collect(Collectors.joining(", "));
    }

    /** A label by name. */
    public String label(String id) {
        return find(TermKind.LABEL, "", id).orElse(id);
    }

    /** An owner by name and id. */
    public String owner(String id) {
        return find(TermKind.OWNER, "", id).orElse(id);
    }

    /** An organisation with its name; one that has a name already keeps it. */
    public Organisation organisation(Organisation organisation) {
        @Nullable String id = organisation.id();
        return id == null || organisation.name() != null
                ? organisation
                : new Organisation(id, find(TermKind.ORGANISATION, "", id).orElse(null));
    }

    /** A text with every further field that it mentions, such as {@code custom.<key>}, by name. */
    public String mentioned(String text) {
        return text.contains(CUSTOM)
                ? MENTION.matcher(text)
                        .replaceAll(mention ->
                                Matcher.quoteReplacement(field(mention.group(1)).orElse(mention.group())))
                : text;
    }

    /** Fields by name, as {@link #mentioned}. */
    public SortedSet<String> mentioned(Collection<String> fields) {
        return fields.stream().map(this::mentioned).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A person as people read it. Only for showing: what is compared, kept or sent is the person itself. */
    public Person named(Person person) {
        return isEmpty()
                ? person
                : new Person(
                        person.id(),
                        person.name(),
                        person.emails(),
                        person.phones(),
                        organisation(person.organisation()),
                        person.birthDate(),
                        person.address(),
                        person.jobTitle(),
                        custom(person.custom()),
                        facts(person.facts()));
    }

    private SortedMap<String, String> custom(SortedMap<String, String> values) {
        SortedMap<String, String> named = new TreeMap<>();
        values.forEach((key, value) -> {
            String name = field(key).orElse(key);
            boolean free = !named.containsKey(name) && (name.equals(key) || !values.containsKey(name));
            named.put(free ? name : key, value(key, value));
        });
        return named;
    }

    private RecordFacts facts(RecordFacts facts) {
        @Nullable String owner = facts.ownerId();
        return new RecordFacts(
                owner == null ? null : owner(owner),
                facts.labels().stream().map(this::label).toList(),
                facts.consent(),
                facts.links(),
                facts.addedAt(),
                facts.updatedAt());
    }

    private Optional<String> find(TermKind kind, String field, String code) {
        return Optional.ofNullable(
                names.getOrDefault(new Scope(kind, field), Map.of()).get(code));
    }
}
