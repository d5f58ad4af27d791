package io.mergewell.crm.rogerroger;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.crm.PersonPage;
import io.mergewell.crm.PersonSource;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.rogerroger.RestlessTenant.Somebody;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ObjIntConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nobody who is there all the time is missed, whoever comes and goes meanwhile. */
class WholeTenantTests {

    private static final long BEGINNING = 1_700_000_000;

    @Property(tries = 100)
    void missesNobodyWhoIsThereAllTheTime(
            @ForAll @IntRange(max = 400) int size,
            @ForAll @IntRange(min = 1, max = 120) int most,
            @ForAll @IntRange(max = 3) int gone,
            @ForAll boolean inclusive,
            @ForAll boolean killed,
            @ForAll long seed)
            throws IOException {
        List<Somebody> before = people(size, most, new Random(seed));

        Set<Integer> stayed = new TreeSet<>();
        Set<Integer> read;
        try (RestlessTenant tenant = new RestlessTenant(before, comeAndGo(gone, new Random(~seed)), inclusive)) {
            read = read(tenant, killed);
            tenant.people().forEach(somebody -> stayed.add(somebody.id()));
        }

        stayed.removeIf(id -> id > size);
        assertThat(read).containsAll(stayed);
    }

    @Test
    void readsAQuietTenantWithHardlyMoreRequestsThanPages() throws IOException {
        List<Somebody> people = people(600, 1, new Random(1));

        try (RestlessTenant tenant = new RestlessTenant(people, (list, request) -> {}, true)) {
            assertThat(read(tenant, false)).hasSize(600);
            assertThat(tenant.requests()).isBetween(20, 21);
        }
    }

    /** Numbered pages would lose the first of the second page here. */
    @Test
    void missesNobodyWhenSomebodyOfTheFirstPageIsArchived() throws IOException {
        List<Somebody> people = people(60, 1, new Random(1));
        ObjIntConsumer<List<Somebody>> archiving = (list, request) -> {
            if (request == 2) {
                list.remove(4);
            }
        };

        try (RestlessTenant tenant = new RestlessTenant(people, archiving, true)) {
            assertThat(read(tenant, false)).hasSize(60);
        }
    }

    private static List<Somebody> people(int size, int most, Random random) {
        List<Somebody> people = new ArrayList<>();
        long second = BEGINNING;
        while (people.size() < size) {
            second += 1 + random.nextInt(90_000);
            int together = 1 + random.nextInt(most);
            for (int i = 0; i < together && people.size() < size; i++) {
                people.add(new Somebody(people.size() + 1, second));
            }
        }
        return people;
    }

    private static ObjIntConsumer<List<Somebody>> comeAndGo(int gone, Random random) {
        return (people, request) -> {
            if (request == 1) {
                return;
            }
            for (int i = random.nextInt(gone + 1); i > 0 && !people.isEmpty(); i--) {
                people.remove(random.nextInt(people.size()));
            }
            if (random.nextInt(3) == 0) {
                people.add(new Somebody(10_000 + request, BEGINNING + 90_000L * 500 + request));
            }
        };
    }

    private static Set<Integer> read(RestlessTenant tenant, boolean killed) {
        Set<Integer> read = new TreeSet<>();
        PersonSource source = source(tenant);
        @Nullable String cursor = null;
        do {
            PersonPage page = source.page(new ReadScope.Everything(), cursor);
            for (SourcedPerson person : page.persons()) {
                read.add(Integer.valueOf(person.person().id().value()));
            }
            cursor = page.next();
            source = killed ? source(tenant) : source;
        } while (cursor != null);
        return read;
    }

    private static PersonSource source(RestlessTenant tenant) {
        return new RogerRogerPersons(tenant.endpoint(), Duration.ofSeconds(20), new RecordedWaits());
    }
}
