package io.mergewell.cluster;

import io.mergewell.match.ScoredPair;
import io.mergewell.person.PersonId;
import java.util.List;

/**
 * Records believed to be one human being.
 *
 * @param members at least two, ascending
 * @param pairs the scored pairs within the group; two members need not have been compared
 */
public record Group(List<PersonId> members, List<ScoredPair> pairs) {

    public Group {
        members = members.stream().sorted().toList();
        pairs = List.copyOf(pairs);
        if (members.size() < 2) {
            throw new IllegalArgumentException("A group has at least two members.");
        }
    }
}
