package io.mergewell.normalise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Given names that may be one and the same: nicknames, and spellings across languages and alphabets.
 *
 * <p>The relation is one of pairs and not transitive: {@code al} is Alan or Albert, which does not make Alan an Albert.
 * So a name is never replaced by "its" formal one. How the pairs come about, {@code nicknames.txt} says.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><th>one</th><th>other</th><th>same</th></tr>
 * <tr><td>bob</td><td>robert</td><td>yes</td></tr>
 * <tr><td>bob</td><td>rob</td><td>yes: both stand for Robert alone</td></tr>
 * <tr><td>al</td><td>albert</td><td>yes</td></tr>
 * <tr><td>al</td><td>bert</td><td>no: each stands for several formal names</td></tr>
 * </table>
 */
public final class Nicknames {

    private static final Map<String, List<String>> SAME = pairs();

    private Nicknames() {}

    /** Whether two folded tokens may stand for one given name; a token is always the same as itself. */
    public static boolean same(String one, String other) {
        return one.equals(other) || of(one).contains(other);
    }

    /**
     * All tokens that may stand for the same given name as this one, itself left out.
     *
     * @return in alphabetical order; empty for most names
     */
    public static List<String> of(String token) {
        return SAME.getOrDefault(token, List.of());
    }

    private static Map<String, List<String>> pairs() {
        List<NicknameLine> lines = Resources.lines("nicknames.txt").stream()
                .map(NicknameLine::parse)
                .toList();
        Map<String, List<NicknameLine>> linesOfNick = new HashMap<>();
        for (NicknameLine line : lines) {
            line.nicks().forEach(nick -> linesOfNick
                    .computeIfAbsent(nick, any -> new ArrayList<>())
                    .add(line));
        }
        Map<String, Set<String>> same = new HashMap<>();
        for (NicknameLine line : lines) {
            List<String> linked = new ArrayList<>(line.formals());
            for (String nick : line.nicks()) {
                if (linesOfNick.getOrDefault(nick, List.of()).stream().allMatch(line::sharesFormal)) {
                    linked.add(nick);
                }
            }
            pair(linked, linked, same);
            pair(line.formals(), line.nicks(), same);
        }
        Map<String, List<String>> lists = new HashMap<>();
        same.forEach((token, others) -> lists.put(token, List.copyOf(others)));
        return lists;
    }

    private static void pair(List<String> some, List<String> others, Map<String, Set<String>> same) {
        for (String one : some) {
            for (String other : others) {
                if (!one.equals(other)) {
                    same.computeIfAbsent(one, name -> new TreeSet<>()).add(other);
                    same.computeIfAbsent(other, name -> new TreeSet<>()).add(one);
                }
            }
        }
    }
}
