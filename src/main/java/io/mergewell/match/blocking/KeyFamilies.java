package io.mergewell.match.blocking;

import io.mergewell.match.Part;
import io.mergewell.match.corpus.Column;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.corpus.Field;
import io.mergewell.match.corpus.PackedDate;
import io.mergewell.match.corpus.TextPool;
import io.mergewell.match.corpus.TokenLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The families of keys that fit a corpus: single keys that are strong enough, every two weak ones together, and
 * MinHash bands for records that share no key in spite of being alike.
 */
final class KeyFamilies {

    private static final double SINGLE_BUDGET = 2;
    private static final double PAIRED_BUDGET = 0.25;
    private static final double BAND_BUDGET = 0.1;
    private static final int LINE_DIGITS = 7;
    private static final int LAST_DIGITS = 4;
    private static final int EMAIL_BEGINNING = 5;
    private static final int SHORTEST_WORD = 4;

    private final Corpus corpus;
    private final Set<Part> without;
    private final NameTokenKeys names;
    private final boolean sounding;

    KeyFamilies(Corpus corpus, Set<Part> without) {
        this.corpus = corpus;
        this.without = without;
        names = new NameTokenKeys(corpus);
        sounding = !without.contains(Part.SOUNDS);
    }

    /** In a fixed order: the strongest first. */
    List<KeyFamily> all() {
        List<KeyFamily> families = new ArrayList<>();
        strongKeys().forEach((name, keys) -> families.add(new KeyFamily(name, keys, SINGLE_BUDGET)));
        if (!without.contains(Part.CONJUNCTIONS)) {
            families.addAll(conjunctions(weakKeys()));
        }
        if (!without.contains(Part.RESCUE)) {
            MinHashBands bands = new MinHashBands(corpus);
            for (int band = 0; band < MinHashBands.COUNT; band++) {
                families.add(new KeyFamily("alike as a whole", bands.band(band), BAND_BUDGET));
            }
        }
        return families;
    }

    private Map<String, Keys> strongKeys() {
        Map<String, Keys> keys = new LinkedHashMap<>();
        if (!corpus.emails().isEmpty()) {
            keys.put("e-mail", values(corpus.emails()));
            keys.put("e-mail name", emailNames(Integer.MAX_VALUE));
        }
        if (!corpus.phones().isEmpty()) {
            keys.put("phone", phoneEnds(LINE_DIGITS));
        }
        keys.put("whole name", names.wholeNames());
        if (sounding) {
            keys.put("name sounds", names.fullSounds());
        }
        keys.put("name beginnings", names.fullBeginnings());
        corpus.fields().forEach(field -> keys.put(field.name(), strong(field)));
        return keys;
    }

    private Map<String, Keys> weakKeys() {
        Map<String, Keys> keys = new LinkedHashMap<>();
        if (sounding) {
            keys.put("name sound", names.sounds());
        }
        keys.put("name beginning", names.beginnings());
        if (!corpus.emails().isEmpty()) {
            keys.put("e-mail beginning", emailNames(EMAIL_BEGINNING));
        }
        if (!corpus.phones().isEmpty()) {
            keys.put("last digits of phone", phoneEnds(LAST_DIGITS));
        }
        corpus.fields().forEach(field -> addWeak(keys, field));
        return keys;
    }

    /** Every two kinds of weak keys. */
    private List<KeyFamily> conjunctions(Map<String, Keys> weak) {
        List<String> names = List.copyOf(weak.keySet());
        List<WeakKeys> kinds = weak.values().parallelStream()
                .map(kind -> new WeakKeys(kind, corpus.size()))
                .toList();
        List<KeyFamily> families = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                families.add(new KeyFamily(
                        names.get(i) + " + " + names.get(j), kinds.get(i).and(kinds.get(j)), PAIRED_BUDGET));
            }
        }
        return families;
    }

    private static Keys strong(Field field) {
        if (field instanceof Field.Words words) {
            TokenLists values = words.values();
            return (record, sink) -> {
                int list = words.column().first(record);
                if (list >= 0) {
                    sink.accept(sumOfTokens(values, list));
                }
            };
        }
        if (field instanceof Field.Day day) {
            return (record, sink) -> {
                int date = day.column().first(record);
                if (date >= 0 && !PackedDate.isPlaceholder(date)) {
                    sink.accept(Keys.mix(date));
                }
            };
        }
        return values(field.column());
    }

    private static void addWeak(Map<String, Keys> keys, Field field) {
        if (field instanceof Field.Day day) {
            Column column = day.column();
            keys.put("year of " + field.name(), (record, sink) -> {
                int date = column.first(record);
                if (date >= 0) {
                    sink.accept(Keys.mix(PackedDate.year(date)));
                }
            });
            keys.put("month and day of " + field.name(), (record, sink) -> {
                int date = column.first(record);
                if (date >= 0 && !PackedDate.isPlaceholder(date)) {
                    sink.accept(Keys.mix(PackedDate.month(date) * 100L + PackedDate.day(date)));
                }
            });
        } else if (field instanceof Field.Words words) {
            keys.put("a word of " + field.name(), words(words));
        } else {
            keys.put(field.name(), values(field.column()));
        }
    }

    private static Keys words(Field.Words words) {
        TokenLists values = words.values();
        return (record, sink) -> {
            int list = words.column().first(record);
            for (int i = 0; list >= 0 && i < values.length(list); i++) {
                int token = values.token(list, i);
                byte first = values.tokens().bytes()[values.tokens().start(token)];
                if (values.tokens().length(token) >= SHORTEST_WORD || (first >= '0' && first <= '9')) {
                    sink.accept(Keys.mix(token + 1L));
                }
            }
        };
    }

    private static Keys values(Column column) {
        return (record, sink) -> column.forEach(record, value -> sink.accept(Keys.mix(value + 1L)));
    }

    private Keys emailNames(int length) {
        TextPool locals = corpus.mailboxes().locals();
        return (record, sink) -> corpus.emails().forEach(record, mailbox -> {
            if (!corpus.mailboxes().isRole(mailbox)) {
                int local = corpus.mailboxes().local(mailbox);
                sink.accept(stretch(locals, local, 0, Math.min(length, locals.length(local))));
            }
        });
    }

    private Keys phoneEnds(int length) {
        TextPool nationals = corpus.numbers().nationals();
        return (record, sink) -> corpus.phones().forEach(record, phone -> {
            int national = corpus.numbers().national(phone);
            int whole = nationals.length(national);
            sink.accept(stretch(nationals, national, Math.max(0, whole - length), whole));
        });
    }

    private static long stretch(TextPool pool, int text, int from, int to) {
        int start = pool.start(text);
        return Keys.mix(Arrays.hashCode(Arrays.copyOfRange(pool.bytes(), start + from, start + to)) * 31L + to - from);
    }

    private static long sumOfTokens(TokenLists values, int list) {
        long sum = 0;
        for (int i = 0; i < values.length(list); i++) {
            sum += Keys.mix(values.token(list, i) + 1L);
        }
        return sum;
    }
}
