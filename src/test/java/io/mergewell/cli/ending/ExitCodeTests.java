package io.mergewell.cli.ending;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.crm.CrmException;
import io.mergewell.job.JobException;
import io.mergewell.job.RunExit;
import io.mergewell.sandbox.SandboxException;
import io.mergewell.store.StoreException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExitCodeTests {

    @ParameterizedTest
    @MethodSource("everyFailureThatIsExpected")
    void knowsEveryFailureThatCanBeExpected(RuntimeException failure) {
        assertThat(ExitCode.of(failure)).isPresent();
    }

    static Stream<RuntimeException> everyFailureThatIsExpected() {
        return Stream.of(CrmException.class, StoreException.class, JobException.class, SandboxException.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .map(ExitCodeTests::instance);
    }

    @Test
    void takesEverythingElseForABugOfOurs() {
        assertThat(ExitCode.of(new IllegalStateException("x"))).isEqualTo(OptionalInt.empty());
    }

    @Test
    void isExplainedInTheReadme() throws IOException, IllegalAccessException {
        List<String> readme = Files.readAllLines(Path.of("README.md"));

        List<Field> codes = Stream.of(ExitCode.class, RunExit.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> field.getType() == int.class && Modifier.isStatic(field.getModifiers()))
                .toList();

        for (Field code : codes) {
            String row = "| " + code.getInt(null) + " | ";
            assertThat(readme).as(code.getName()).anyMatch(line -> line.startsWith(row));
        }
    }

    private static RuntimeException instance(Class<?> failure) {
        try {
            Constructor<?> constructor = failure.getConstructors()[0];
            Object[] arguments = Arrays.stream(constructor.getParameterTypes())
                    .map(type -> type == String.class ? "A sentence." : new IOException())
                    .toArray();
            return (RuntimeException) constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
