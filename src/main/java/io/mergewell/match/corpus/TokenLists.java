package io.mergewell.match.corpus;

import com.carrotsearch.hppc.IntArrayList;
import java.util.List;

/**
 * Distinct lists of tokens, such as all given names in use: {@code [jean, pierre]} has one number, and each of its
 * tokens has one.
 */
public final class TokenLists {

    private final TextPool joined = new TextPool();
    private final TextPool tokens = new TextPool();
    private final IntArrayList starts = new IntArrayList();
    private final IntArrayList members = new IntArrayList();
    private final IntArrayList only = new IntArrayList();

    public TokenLists() {
        starts.add(0);
    }

    /** The number of a list, a new one if it was never seen. */
    public int intern(List<String> list) {
        int number = joined.intern(String.join(" ", list));
        if (number == starts.elementsCount - 1) {
            list.forEach(token -> members.add(tokens.intern(token)));
            starts.add(members.elementsCount);
            only.add(list.size() == 1 ? members.buffer[members.elementsCount - 1] : -1);
        }
        return number;
    }

    public int size() {
        return joined.size();
    }

    /** Whether a token is in two lists, or twice in one. */
    boolean sharesTokens() {
        return tokens.size() < members.elementsCount;
    }

    /** The lists as texts, tokens joined by a space. */
    public TextPool joined() {
        return joined;
    }

    /** The tokens of all lists. */
    public TextPool tokens() {
        return tokens;
    }

    /** The only token of a list; -1 if it has several. */
    public int only(int list) {
        return only.buffer[list];
    }

    public int length(int list) {
        return starts.buffer[list + 1] - starts.buffer[list];
    }

    /** The number of a token in {@link #tokens} by its place in a list, from 0. */
    public int token(int list, int place) {
        return members.buffer[starts.buffer[list] + place];
    }

    /** Gives each list its new number, and each token its own by where it comes first in them. */
    void renumber(Renumbering numbers) {
        int[] oldStarts = starts.toArray();
        int[] oldMembers = members.toArray();
        int end = 0;
        for (int list = 0; list < numbers.size(); list++) {
            int from = oldStarts[numbers.oldOf(list)];
            int length = oldStarts[numbers.oldOf(list) + 1] - from;
            System.arraycopy(oldMembers, from, members.buffer, end, length);
            end += length;
            starts.buffer[list + 1] = end;
        }
        joined.renumber(numbers);
        tokens.renumber(Renumbering.of(tokens.size(), members));
        for (int list = 0; list < numbers.size(); list++) {
            only.buffer[list] = length(list) == 1 ? token(list, 0) : -1;
        }
    }

    /** Gives up the memory that only new lists need; tokens can still be found. */
    void close() {
        joined.close();
    }
}
