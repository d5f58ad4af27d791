package io.mergewell.plan.draft;

import static io.mergewell.plan.draft.Drafts.BASE;
import static io.mergewell.plan.draft.Drafts.planner;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.Consent;
import io.mergewell.person.LinkKind;
import io.mergewell.person.Person;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlanDigest;
import io.mergewell.plan.PlanSettings;
import io.mergewell.plan.Somebody;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The digest of a plan changes if and only if what it proposes changes. */
class PlanDigestTests {

    private final Person one =
            Somebody.withId("1").named("Will Smith").email("will@acme.com").there();

    private final String digest = plan(other().there()).digest();

    @Test
    void isTheSameForTheSameProposal() {
        assertThat(plan(other().there()).digest()).isEqualTo(digest);
        assertThat(PlanDigest.of(plan(other().there()))).isEqualTo(digest);
    }

    @Test
    void doesNotMindWhatChangesNoProposal() {
        assertThat(List.of(
                        plan(other().updated("2024-01-01").there()),
                        plan(other().linked(LinkKind.FOLLOWERS, 3).there()),
                        plan(BASE + 1, Matched.surely(one, other().there()))))
                .extracting(Plan::digest)
                .containsOnly(digest);
    }

    @Test
    void changesWithTheProposal() {
        MatchedGroup sure = Matched.surely(one, other().there());
        List<String> digests = List.of(
                digest,
                plan(other().named("Bill Smith").there()).digest(),
                plan(other().email("w@x.org").there()).digest(),
                plan(other().phone("555-0132").there()).digest(),
                plan(other().born("1971").there()).digest(),
                plan(other().with("tier", "A").there()).digest(),
                plan(other().labelled("1").there()).digest(),
                plan(other().ownedBy("7").there()).digest(),
                plan(other().mail(Consent.SUBSCRIBED).there()).digest(),
                plan(other().linked(LinkKind.DEALS, 1).there()).digest(),
                plan(Somebody.withId("3").there()).digest(),
                plan(BASE, Matched.scored(0.95, one, other().there())).digest(),
                plan(BASE, new MatchedGroup(sure.group(), sure.present(), Set.of(one.id())))
                        .digest(),
                planner(PlanSettings.DEFAULTS, Capabilities.REPORT_ONLY)
                        .plan("acme", BASE, List.of(sure), List.of())
                        .digest(),
                planner().plan("other job", BASE, List.of(sure), List.of()).digest(),
                planner().plan("acme", BASE, List.of(), List.of()).digest());

        assertThat(digests).doesNotHaveDuplicates();
    }

    private Plan plan(Person other) {
        return plan(BASE, Matched.surely(one, other));
    }

    private static Plan plan(long persons, MatchedGroup group) {
        return planner().plan("acme", persons, List.of(group), List.of());
    }

    private static Somebody other() {
        return Somebody.withId("2").named("Will Smith").email("will@acme.com");
    }
}
