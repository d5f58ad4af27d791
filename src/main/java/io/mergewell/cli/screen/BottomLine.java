package io.mergewell.cli.screen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A terminal whose last line shows how far the work is. Whatever else is written to it appears above that line, which is
 * erased before and drawn anew after. Safe for use by several threads.
 */
public final class BottomLine extends OutputStream {

    /** Carriage return, and erase to the end of the line. */
    static final String ERASE = "\r\u001b[K";

    /** A terminal that was made narrower meanwhile cuts the line off instead of wrapping it. */
    private static final String WITHOUT_WRAPPING = "\r\u001b[?7l%s\u001b[K\u001b[?7h";

    private final OutputStream terminal;
    private String shown = "";
    private boolean withinLine;
    private boolean ended;

    /** @param terminal takes what is written and, beside it, control sequences */
    public BottomLine(OutputStream terminal) {
        this.terminal = terminal;
    }

    /** Shows a text in place of the one before. */
    synchronized void show(String text) {
        if (!ended) {
            shown = text;
            draw();
        }
    }

    /** Erases the line, until the next text is shown. */
    synchronized void hide() {
        erase();
        shown = "";
    }

    /** Erases the line for good: the process is about to end. */
    public synchronized void end() {
        hide();
        ended = true;
    }

    @Override
    public synchronized void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return;
        }
        erase();
        terminal.write(bytes, from, length);
        withinLine = bytes[from + length - 1] != '\n';
        draw();
        terminal.flush();
    }

    @Override
    public synchronized void flush() throws IOException {
        terminal.flush();
    }

    private void draw() {
        if (!shown.isEmpty() && !withinLine) {
            send(WITHOUT_WRAPPING.formatted(shown));
        }
    }

    private void erase() {
        if (!shown.isEmpty() && !withinLine) {
            send(ERASE);
        }
    }

    private void send(String text) {
        try {
            terminal.write(text.getBytes(UTF_8));
            terminal.flush();
        } catch (IOException e) {
            // The terminal is gone; the work goes on without it.
            ended = true;
            shown = "";
        }
    }
}
