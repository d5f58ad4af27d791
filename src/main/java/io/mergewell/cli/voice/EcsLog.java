package io.mergewell.cli.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** While it is open, all that is logged, by libraries too, goes out as a line of ECS JSON, and nothing in another form. */
public final class EcsLog implements AutoCloseable {

    private final Logger root;
    private final List<Appender<ILoggingEvent>> before = new ArrayList<>();
    private final Appender<ILoggingEvent> own;

    /** @param err where the lines go */
    public EcsLog(PrintWriter err) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.iteratorForAppenders().forEachRemaining(before::add);
        before.forEach(root::detachAppender);
        own = new Lines(encoder(context), err);
        own.setContext(context);
        own.start();
        root.addAppender(own);
    }

    /** Does the work of a command, whose events come out here. */
    public int during(IntSupplier work) {
        return work.getAsInt();
    }

    @Override
    public void close() {
        root.detachAppender(own);
        own.stop();
        before.forEach(root::addAppender);
    }

    private static StructuredLogEncoder encoder(LoggerContext context) {
        context.putObject(Environment.class.getName(), settings());
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat("ecs");
        encoder.setCharset(UTF_8);
        encoder.start();
        return encoder;
    }

    /** Messages of failures in libraries quote the values they fail on, and values are persons. */
    private static Environment settings() {
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources()
                .addFirst(new MapPropertySource(
                        "mergewell",
                        Map.of(
                                "spring.application.name", "mergewell",
                                "logging.structured.json.exclude", "error.message,error.stack_trace")));
        return settings;
    }

    /** Writes what the encoder makes of each event. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final StructuredLogEncoder encoder;
        private final PrintWriter err;

        Lines(StructuredLogEncoder encoder, PrintWriter err) {
            this.encoder = encoder;
            this.err = err;
        }

        @Override
        protected void append(ILoggingEvent event) {
            err.print(new String(encoder.encode(event), UTF_8));
            err.flush();
        }
    }
}
