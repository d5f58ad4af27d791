package io.mergewell.crm.connect;

import io.mergewell.crm.PersonLookup;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.write.PersonRewriter;
import io.mergewell.crm.write.PersonWriter;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.Room;
import io.mergewell.plan.golden.Aside;
import java.util.Set;

/** How what was approved gets into a system. */
public sealed interface WayOut {

    /** What the system can do with a person; decides what a plan may contain. */
    Capabilities capabilities();

    /**
     * What a record holds that is no part of its person and would go with it.
     *
     * @param raw the record as {@link SourcedPerson} has it
     */
    default Aside aside(String raw) {
        return Aside.NONE;
    }

    /**
     * By calls, one for each effect.
     *
     * @param lookup the way in, which tells before and after each call how things stand
     */
    record Calls(PersonLookup lookup, PersonWriter writer) implements WayOut {

        @Override
        public Capabilities capabilities() {
            return new Capabilities(true, true, writer.deletion().isPresent(), writer.leftBehind(), Room.AMPLE);
        }
    }

    /** By a cleaned copy of the file that the persons are in. */
    record Copy(PersonRewriter rewriter) implements WayOut {

        @Override
        public Capabilities capabilities() {
            return new Capabilities(true, true, true, Set.of(), rewriter.room());
        }

        @Override
        public Aside aside(String raw) {
            return rewriter.aside(raw);
        }
    }

    /**
     * Not at all: the report is all there is.
     *
     * @param why a sentence for the person who asks for more
     */
    record None(String why) implements WayOut {

        @Override
        public Capabilities capabilities() {
            return Capabilities.REPORT_ONLY;
        }
    }
}
