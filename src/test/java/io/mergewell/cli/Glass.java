package io.mergewell.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be read on a terminal after some bytes were sent to it: lines that are long enough not to wrap. */
final class Glass {

    private static final Pattern PIECE = Pattern.compile("\u001b\\[([?0-9;]*)([A-Za-z])|[^\u001b]");

    private Glass() {}

    /** The lines, without empty ones and without trailing spaces. */
    static List<String> after(String sent) {
        List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
        int column = 0;
        Matcher pieces = PIECE.matcher(sent);
        while (pieces.find()) {
            StringBuilder line = lines.get(lines.size() - 1);
            String piece = pieces.group();
            if (piece.equals("\r")) {
                column = 0;
            } else if (piece.equals("\n")) {
                lines.add(new StringBuilder());
                column = 0;
            } else if ("K".equals(pieces.group(2))) {
                line.setLength(Math.min(line.length(), column));
            } else if (pieces.group(2) == null) {
                line.replace(column, Math.min(line.length(), column + 1), piece);
                column++;
            }
        }
        return lines.stream()
                .map(line -> line.toString().stripTrailing())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
