package io.mergewell.match.blocking;

import io.mergewell.match.corpus.Column;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.corpus.TextPool;
import io.mergewell.match.corpus.TokenLists;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.apache.commons.codec.language.Soundex;

/** Keys made of the tokens of a name: their sounds, beginnings, and all of them together. */
final class NameTokenKeys {

    private static final int BEGINNING = 3;

    private final Corpus corpus;
    private final TokenLists names;
    private final long[] sounds;
    private final long[] beginnings;

    NameTokenKeys(Corpus corpus) {
        this.corpus = corpus;
        names = corpus.names();
        TextPool tokens = names.tokens();
        sounds = new long[tokens.size()];
        beginnings = new long[tokens.size()];
        Soundex soundex = new Soundex();
        for (int token = 0; token < sounds.length; token++) {
            sounds[token] = Keys.mix(sound(soundex, tokens.text(token)).hashCode() + 1L);
            beginnings[token] = beginning(tokens, token, BEGINNING);
        }
    }

    /** The sound of each token of at least two letters. */
    Keys sounds() {
        return (record, sink) -> eachToken(record, token -> sink.accept(sounds[token]));
    }

    /** The first three letters of each token. */
    Keys beginnings() {
        return (record, sink) -> eachToken(record, token -> sink.accept(beginnings[token]));
    }

    /** All tokens of both names, in any order. */
    Keys wholeNames() {
        return (record, sink) -> {
            long sum = 0;
            int count = 0;
            for (Column column : new Column[] {corpus.given(), corpus.family()}) {
                int list = column.first(record);
                for (int i = 0; list >= 0 && i < names.length(list); i++) {
                    sum += Keys.mix(names.token(list, i) + 1L);
                    count++;
                }
            }
            if (count > 1) {
                sink.accept(sum);
            }
        };
    }

    /** The sounds of the first given and the last family token, in either order. */
    Keys fullSounds() {
        return (record, sink) -> {
            int given = firstGiven(record);
            int family = lastFamily(record);
            if (given >= 0 && family >= 0) {
                sink.accept(sounds[given] + sounds[family]);
            }
        };
    }

    /** Three letters of the first given and four of the last family token, and the other way round. */
    Keys fullBeginnings() {
        TextPool tokens = names.tokens();
        return (record, sink) -> {
            int given = firstGiven(record);
            int family = lastFamily(record);
            if (given >= 0 && family >= 0) {
                sink.accept(Keys.join(beginning(tokens, given, BEGINNING), beginning(tokens, family, BEGINNING + 1)));
            }
        };
    }

    private int firstGiven(int record) {
        int list = corpus.given().first(record);
        return list < 0 ? -1 : names.token(list, 0);
    }

    private int lastFamily(int record) {
        int list = corpus.family().first(record);
        return list < 0 ? -1 : names.token(list, names.length(list) - 1);
    }

    private void eachToken(int record, IntConsumer use) {
        for (Column column : new Column[] {corpus.given(), corpus.family()}) {
            int list = column.first(record);
            for (int i = 0; list >= 0 && i < names.length(list); i++) {
                int token = names.token(list, i);
                if (names.tokens().length(token) > 1) {
                    use.accept(token);
                }
            }
        }
    }

    private static long beginning(TextPool tokens, int token, int length) {
        int from = tokens.start(token);
        int to = from + Math.min(length, tokens.length(token));
        return Keys.mix(Arrays.hashCode(Arrays.copyOfRange(tokens.bytes(), from, to)) + 1L);
    }

    private static String sound(Soundex soundex, String token) {
        StringBuilder letters = new StringBuilder(token.length());
        token.chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> letters.append((char) c));
        return letters.isEmpty() ? token : soundex.soundex(letters.toString());
    }
}
