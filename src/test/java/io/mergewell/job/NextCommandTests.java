package io.mergewell.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NextCommandTests {

    @Test
    void isWhatAShellUnderstands() {
        assertThat(NextCommand.of("dry-run", Path.of("jobs/acme.yml"))).isEqualTo("./run.sh dry-run jobs/acme.yml");
        assertThat(NextCommand.of("explain", Path.of("my jobs/it's.yml"), "7", "a b"))
                .isEqualTo("./run.sh explain 'my jobs/it'\\''s.yml' 7 'a b'");
    }
}
