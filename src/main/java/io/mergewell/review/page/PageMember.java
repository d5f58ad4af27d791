package io.mergewell.review.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mergewell.person.ContactValue;
import io.mergewell.person.Person;
import io.mergewell.review.PersonCells;
import java.util.List;
import java.util.SortedMap;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record as the page reads it, its values as {@code review.csv} writes them; what is empty is left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record PageMember(
        String id,
        String name,
        List<String> emails,
        List<String> phones,
        String organisation,
        String birthDate,
        String jobTitle,
        String address,
        SortedMap<String, String> custom,
        List<String> labels,
        String owner,
        String consent,
        String links,
        String added,
        String updated) {

    private static final List<String> NOT_MERGED = List.of("id", "links", "added", "updated");

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    static PageMember of(Person person) {
        return new PageMember(
                person.id().value(),
                PersonCells.name(person),
                values(person.emails()),
                values(person.phones()),
                PersonCells.organisation(person),
                PersonCells.birthDate(person),
                PersonCells.jobTitle(person),
                PersonCells.address(person),
                person.custom(),
                person.facts().labels(),
                PersonCells.owner(person),
                PersonCells.consent(person),
                PersonCells.links(person),
                PersonCells.added(person),
                PersonCells.updated(person));
    }

    /**
     * The fields that another merged record holds otherwise; what it holds and this one does not is empty. What a merged
     * record tells nothing about is left out.
     *
     * @return as {@code review.html} has them
     */
    ObjectNode differingFrom(PageMember other) {
        ObjectNode own = JSON.valueToTree(this);
        ObjectNode others = JSON.valueToTree(other);
        others.propertyNames().stream().filter(field -> !own.has(field)).forEach(field -> own.put(field, ""));
        others.properties().forEach(field -> {
            if (field.getValue().equals(own.get(field.getKey()))) {
                own.remove(field.getKey());
            }
        });
        return own.remove(NOT_MERGED);
    }

    private static List<String> values(List<ContactValue> contacts) {
        return contacts.stream().map(ContactValue::value).toList();
    }
}
