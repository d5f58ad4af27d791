package io.mergewell.crm;

import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Capabilities;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way in: persons of one system, page by page. Not safe for use by several threads. */
public interface PersonSource extends AutoCloseable {

    /** What the system can do; decides what a plan may contain. */
    Capabilities capabilities();

    /** Whether {@link ReadScope.ChangedSince} is understood; if not, every read is of everything. */
    boolean readsChanges();

    /** Whether {@link #byIds} can fetch single persons. */
    boolean readsByIds();

    /**
     * Whether persons of a plan are to be read once more through {@link #byIds}, since what the pages gave may be old or
     * not the whole record. Only where {@link #readsByIds}.
     */
    default boolean readsAgain() {
        return readsByIds();
    }

    /**
     * A person as {@link #page} would give it: where lists of persons leave out what {@link #byIds} has, without that.
     */
    default Person asListed(Person person) {
        return person;
    }

    /**
     * One page, checked.
     *
     * @param cursor the {@code next} of the page before, possibly of an earlier process; null for the first page
     * @throws CrmException if the page cannot be had or is not what the system promises; {@link
     *     CrmException.CursorExpired} if only the cursor is to blame
     */
    PersonPage page(ReadScope scope, @Nullable String cursor);

    /**
     * The present state of some persons; those that are deleted, merged away or unknown are left out.
     *
     * @throws CrmException as {@link #page}
     * @throws UnsupportedOperationException if {@link #readsByIds} is false
     */
    List<SourcedPerson> byIds(List<PersonId> ids);

    /**
     * How many persons {@link #byIds} reads within seconds, so that the first is as fresh as the last; 1 or more.
     *
     * @throws UnsupportedOperationException if {@link #readsByIds} is false
     */
    int freshAtOnce();

    /** What has been spent since this source was opened. */
    ApiUsage usage();

    @Override
    void close();
}
