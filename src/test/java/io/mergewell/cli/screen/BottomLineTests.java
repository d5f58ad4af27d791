package io.mergewell.cli.screen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.job.Amount;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class BottomLineTests {

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final BottomLine bottom = new BottomLine(terminal);
    private final PrintStream lines = new PrintStream(bottom, true, UTF_8);

    @Test
    void keepsLinesAboveTheBar() {
        bottom.show("Reading 1");
        lines.println("a warning");
        bottom.hide();
        lines.println("the end");

        assertThat(sent())
                .isEqualTo("\r<nowrap>Reading 1<erase><wrap>\r<erase>a warning\n\r<nowrap>Reading"
                        + " 1<erase><wrap>\r<erase>the end\n");
    }

    @Test
    void doesNotDrawWithinALineThatIsNotFinished() {
        lines.print("half a ");
        lines.flush();
        bottom.show("Reading 1");
        assertThat(sent()).isEqualTo("half a ");

        lines.println("line");
        assertThat(sent()).isEqualTo("half a line\n\r<nowrap>Reading 1<erase><wrap>");
    }

    @Test
    void sendsNothingMoreOfItsOwnOnceTheProcessEnds() {
        bottom.show("Reading 1");
        bottom.end();
        bottom.show("Reading 2");
        lines.println("stopped");

        assertThat(sent()).endsWith("Reading 1<erase><wrap>\r<erase>stopped\n").doesNotContain("Reading 2");
    }

    @Test
    void outlivesItsTerminal() {
        BottomLine gone = new BottomLine(new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                throw new IOException("hung up");
            }
        });

        gone.show("Reading 1");
        gone.show("Reading 2");
        gone.hide();

        assertThat(sent()).isEmpty();
    }

    @Test
    void leavesNothingOfABarBehind() {
        Bar bar = new Bar(bottom, 40);
        bar.begin("Reading");
        bar.show(new Amount(500, 1_000L, "persons"));
        bar.show(new Amount(1_500, 1_000L, "persons"));
        bar.begin("Comparing");
        bar.close();
        bar.close();
        lines.println("done");

        String sent = sent();
        assertThat(sent).endsWith("<erase>done\n");
        assertThat(sent.substring(sent.lastIndexOf("<wrap>"))).matches("(?s)<wrap>(\r<erase>)+done\n");
        assertThat(sent.split("<nowrap>|<erase>"))
                .allSatisfy(drawn -> assertThat(drawn).hasSizeLessThan(40 + "<wrap>\r".length()));
    }

    private String sent() {
        return terminal.toString(UTF_8)
                .replace("\u001b[?7l", "<nowrap>")
                .replace("\u001b[?7h", "<wrap>")
                .replace("\u001b[K", "<erase>");
    }
}
