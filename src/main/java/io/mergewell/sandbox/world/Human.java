package io.mergewell.sandbox.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A human being and how to reach them.
 *
 * @param number unique in their world
 * @param privateMails none, one or two
 * @param job null for none
 * @param mobile null for none
 * @param landline at home, shared by a family; null for none
 * @param customerNumber null for none
 */
public record Human(
        long number,
        Identity identity,
        List<String> privateMails,
        @Nullable Job job,
        @Nullable PhoneNumber mobile,
        @Nullable PhoneNumber landline,
        @Nullable String customerNumber) {

    public Human {
        privateMails = List.copyOf(privateMails);
    }

    /**
     * A job.
     *
     * @param mail the address the company gave
     * @param directLine null where only the switchboard leads there
     */
    public record Job(
            Company company, String mail, @Nullable PhoneNumber directLine) {

        /** The number that leads there. */
        public PhoneNumber phone() {
            return directLine == null ? company.switchboard() : directLine;
        }
    }

    /** The same human being under another name. */
    public Human withIdentity(Identity other) {
        return new Human(number, other, privateMails, job, mobile, landline, customerNumber);
    }

    /** The same human being in another job. */
    public Human withJob(Job other) {
        return new Human(number, identity, privateMails, other, mobile, landline, customerNumber);
    }

    /** The same human being with other private addresses. */
    public Human withPrivateMails(List<String> other) {
        return new Human(number, identity, other, job, mobile, landline, customerNumber);
    }

    /** The same human being at another landline. */
    public Human withLandline(@Nullable PhoneNumber other) {
        return new Human(number, identity, privateMails, job, mobile, other, customerNumber);
    }
}
