package io.mergewell.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.Consent;
import io.mergewell.person.LinkKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTests {

    private static final String OF_WILL = Fingerprint.of(will().there());

    @Test
    void isTheSameForTheSameValues() {
        assertThat(Fingerprint.of(will().there())).isEqualTo(OF_WILL).matches("[0-9a-f]{64}");
    }

    @Test
    void isTheSameWhicheverWayAnAccentIsEncoded() {
        assertThat(Fingerprint.of(Somebody.withId("1").named("Zo\u00eb").there()))
                .isEqualTo(
                        Fingerprint.of(Somebody.withId("1").named("Zoe\u0308").there()));
    }

    @Test
    void doesNotMindTimesAndLinkedRecords() {
        assertThat(List.of(
                        will().added("2020-01-01").there(),
                        will().updated("2020-01-01").there(),
                        will().linked(LinkKind.DEALS, 3).there(),
                        will().unknown(LinkKind.MAILS).there()))
                .extracting(Fingerprint::of)
                .containsOnly(OF_WILL);
    }

    @Test
    void changesWithEachValue() {
        List<String> fingerprints = List.of(
                OF_WILL,
                Fingerprint.of(Somebody.withId("2").named("Will Smith").there()),
                Fingerprint.of(will().named("Will Smyth").there()),
                Fingerprint.of(will().email("a@b.c").there()),
                Fingerprint.of(will().phone("a@b.c").there()),
                Fingerprint.of(will().primaryPhone("a@b.c").there()),
                Fingerprint.of(will().email("a@b.c", "d@e.f").there()),
                Fingerprint.of(will().email("a@b.cd@e.f").there()),
                Fingerprint.of(will().at("7", null).there()),
                Fingerprint.of(will().at(null, "7").there()),
                Fingerprint.of(will().born("7").there()),
                Fingerprint.of(will().working("7").there()),
                Fingerprint.of(will().living("7", null, null, null).there()),
                Fingerprint.of(will().living(null, "7", null, null).there()),
                Fingerprint.of(will().living(null, null, "7", null).there()),
                Fingerprint.of(will().living(null, null, null, "7").there()),
                Fingerprint.of(will().with("7", "8").there()),
                Fingerprint.of(will().with("78", "").there()),
                Fingerprint.of(will().ownedBy("7").there()),
                Fingerprint.of(will().labelled("7").there()),
                Fingerprint.of(will().mail(Consent.UNSUBSCRIBED).there()));

        assertThat(fingerprints).doesNotHaveDuplicates();
    }

    private static Somebody will() {
        return Somebody.withId("1").named("Will Smith");
    }
}
