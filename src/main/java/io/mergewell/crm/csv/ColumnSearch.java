package io.mergewell.crm.csv;

import io.mergewell.crm.CrmException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds columns by name, and says what there is instead where one is missing. */
final class ColumnSearch {

    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();
    private static final double SIMILAR = 0.8;
    private static final int MOST_NAMES_SHOWN = 40;

    private final Path file;
    private final List<String> names;
    private final boolean looksLikeHeader;

    /** If no mapped column was found, the first line may be a person's: it then stays out of every message. */
    ColumnSearch(Path file, Header header, boolean looksLikeHeader) {
        this.file = file;
        this.names = header.names();
        this.looksLikeHeader = looksLikeHeader;
    }

    int[] indices(List<String> columns) {
        return columns.stream().mapToInt(this::index).toArray();
    }

    int index(String column) {
        int index = names.indexOf(column.strip());
        if (index < 0) {
            throw missing(column);
        }
        if (names.lastIndexOf(column.strip()) != index) {
            throw new CrmException.UnreadableInput("The file " + file + " has two columns named \"" + column
                    + "\", so that crm.columns cannot tell which one is meant. Rename one of them in the file.");
        }
        return index;
    }

    private CrmException.UnreadableInput missing(String column) {
        if (!looksLikeHeader) {
            return new CrmException.UnreadableInput("The first line of " + file + " names none of the columns that"
                    + " crm.columns maps. Does the file begin with a header line?");
        }
        return new CrmException.UnreadableInput("The file " + file + " has no column \"" + column + "\", which"
                + " crm.columns maps." + guess(column) + " It has: " + shown() + ".");
    }

    private String guess(String column) {
        Optional<String> nearest = names.stream()
                .filter(name -> similarity(name, column) >= SIMILAR)
                .max(Comparator.comparingDouble(name -> similarity(name, column)));
        return nearest.map(name -> " Is \"" + name + "\" meant?").orElse("");
    }

    private static double similarity(String name, String column) {
        return SIMILARITY.apply(name.toLowerCase(Locale.ROOT), column.toLowerCase(Locale.ROOT));
    }

    private String shown() {
        String shown = names.stream().limit(MOST_NAMES_SHOWN).collect(Collectors.joining(", "));
        int hidden = names.size() - MOST_NAMES_SHOWN;
        return hidden > 0 ? shown + " and " + hidden + " more" : shown;
    }
}
