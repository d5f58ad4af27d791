package io.mergewell.match.blocking;

import io.mergewell.match.corpus.Column;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.corpus.Field;
import io.mergewell.match.corpus.PackedDate;
import io.mergewell.match.corpus.TextPool;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * MinHash over pieces of a record (Broder 1997): two records share a band with a probability that grows steeply with
 * the share of pieces they have in common. Pieces are 3-grams of name tokens and e-mail names, 4-grams of phone
 * numbers, and parts of birth dates.
 */
final class MinHashBands {

    static final int COUNT = 20;

    private static final int ROWS = 3;
    private static final int FEWEST_PIECES = 3;
    private static final int RECORDS_PER_CHUNK = 4096;

    private final Corpus corpus;

    /** The keys of all bands, those of one record together; 0 for none. */
    private final int[] keys;

    MinHashBands(Corpus corpus) {
        this.corpus = corpus;
        keys = new int[Math.multiplyExact(corpus.size(), COUNT)];
        IntStream.range(0, (corpus.size() + RECORDS_PER_CHUNK - 1) / RECORDS_PER_CHUNK)
                .parallel()
                .forEach(chunk -> {
                    Minima minima = new Minima();
                    int end = Math.min(corpus.size(), (chunk + 1) * RECORDS_PER_CHUNK);
                    for (int record = chunk * RECORDS_PER_CHUNK; record < end; record++) {
                        fill(record, minima);
                    }
                });
    }

    /** The keys of one band: one key a record, none for records of very few pieces. */
    Keys band(int band) {
        return (record, sink) -> {
            int key = keys[record * COUNT + band];
            if (key != 0) {
                sink.accept(key);
            }
        };
    }

    private void fill(int record, Minima minima) {
        minima.clear();
        names(record, minima);
        grams(corpus.emails(), record, minima);
        phones(record, minima);
        days(record, minima);
        if (minima.pieces >= FEWEST_PIECES) {
            for (int band = 0; band < COUNT; band++) {
                keys[record * COUNT + band] = minima.key(band);
            }
        }
    }

    private void names(int record, Minima minima) {
        TextPool tokens = corpus.names().tokens();
        for (Column column : new Column[] {corpus.given(), corpus.family()}) {
            int list = column.first(record);
            for (int i = 0; list >= 0 && i < corpus.names().length(list); i++) {
                framedGrams(tokens, corpus.names().token(list, i), minima);
            }
        }
    }

    private void grams(Column emails, int record, Minima minima) {
        TextPool locals = corpus.mailboxes().locals();
        emails.forEach(record, mailbox -> {
            if (!corpus.mailboxes().isRole(mailbox)) {
                plainGrams(locals, corpus.mailboxes().local(mailbox), 3, 1L << 40, minima);
            }
        });
    }

    private void phones(int record, Minima minima) {
        TextPool nationals = corpus.numbers().nationals();
        corpus.phones()
                .forEach(record, phone -> plainGrams(nationals, corpus.numbers().national(phone), 4, 2L << 40, minima));
    }

    private void days(int record, Minima minima) {
        for (Field field : corpus.fields()) {
            int date = field instanceof Field.Day ? field.column().first(record) : -1;
            if (date >= 0) {
                minima.add(3L << 40 | PackedDate.year(date));
                if (!PackedDate.isPlaceholder(date)) {
                    minima.add(4L << 40 | PackedDate.month(date));
                    minima.add(5L << 40 | PackedDate.day(date));
                }
            }
        }
    }

    /** 3-grams of {@code ^token$}. */
    private static void framedGrams(TextPool pool, int text, Minima minima) {
        byte[] bytes = pool.bytes();
        int start = pool.start(text);
        int length = pool.length(text);
        long gram = '^';
        for (int i = 0; i <= length; i++) {
            gram = (gram << 8 | (i < length ? bytes[start + i] & 0xFF : '$')) & 0xFFFFFF;
            if (i > 0) {
                minima.add(gram);
            }
        }
    }

    private static void plainGrams(TextPool pool, int text, int size, long kind, Minima minima) {
        byte[] bytes = pool.bytes();
        int start = pool.start(text);
        for (int i = 0; i + size <= pool.length(text); i++) {
            long gram = 0;
            for (int j = 0; j < size; j++) {
                gram = (gram << 8) | (bytes[start + i + j] & 0xFF);
            }
            minima.add(kind ^ gram);
        }
    }

    /** The smallest hash of all pieces, once per row of every band. */
    private static final class Minima {

        private static final int MULTIPLIER = 0x9E3779B1;

        private final int[] seeds = new int[COUNT * ROWS];
        private final int[] smallest = new int[COUNT * ROWS];
        private int pieces;

        Minima() {
            for (int row = 0; row < seeds.length; row++) {
                seeds[row] = (int) Keys.mix(row + 1L);
            }
        }

        void clear() {
            Arrays.fill(smallest, Integer.MAX_VALUE);
            pieces = 0;
        }

        /** The loop is simple enough for the compiler to take several rows at once. */
        void add(long piece) {
            pieces++;
            int hash = (int) Keys.mix(piece);
            for (int row = 0; row < smallest.length; row++) {
                smallest[row] = Math.min(smallest[row], (hash ^ seeds[row]) * MULTIPLIER);
            }
        }

        int key(int band) {
            long key = 0;
            for (int row = 0; row < ROWS; row++) {
                key = Keys.join(key, smallest[band * ROWS + row]);
            }
            return (int) key | 1;
        }
    }
}
