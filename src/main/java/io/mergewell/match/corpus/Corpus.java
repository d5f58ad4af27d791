package io.mergewell.match.corpus;

import io.mergewell.normalise.Generation;
import io.mergewell.normalise.NameKind;
import io.mergewell.person.PersonId;
import java.util.List;

/**
 * Every person of a mirror in comparable form. A record is a number from 0, ascending by id, whatever the order of
 * input; so the same persons always give the same corpus.
 *
 * @param ids by record
 * @param given given names, numbers in {@code names}
 * @param family family names, numbers in {@code names}
 * @param names all lists of name tokens
 * @param generations by record
 * @param kinds by record: what the name seems to be
 * @param fields those that hold a value anywhere
 * @param notes sentences for the summary on columns and values that take no part, because their shape says that they tell
 *     nobody apart
 */
public record Corpus(
        Ids ids,
        Column given,
        Column family,
        TokenLists names,
        Flags<Generation> generations,
        Flags<NameKind> kinds,
        Column emails,
        EmailTable mailboxes,
        Column phones,
        PhoneTable numbers,
        List<Field> fields,
        List<String> notes) {

    public Corpus {
        fields = List.copyOf(fields);
        notes = List.copyOf(notes);
    }

    public int size() {
        return given.records();
    }

    /** The id of a record. */
    public PersonId id(int record) {
        return ids.id(record);
    }

    /** The record of an id; -1 if there is none. */
    public int find(PersonId id) {
        for (int record = 0; record < size(); record++) {
            if (id(record).equals(id)) {
                return record;
            }
        }
        return -1;
    }
}
