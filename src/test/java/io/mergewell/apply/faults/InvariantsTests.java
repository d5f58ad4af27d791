package io.mergewell.apply.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.sandbox.Sandbox;
import io.mergewell.sandbox.SandboxSettings;
import io.mergewell.sandbox.pipedrive.Limits;
import io.mergewell.sandbox.state.MultiValues;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** The checker finds nothing where all is well, and each thing that is not. */
class InvariantsTests {

    private static final long DUPLICATE = 11;
    private static final long SURVIVOR = 22;
    private static final Approved APPROVED = Approved.merges(Map.of(DUPLICATE, SURVIVOR));

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private FaultyCrm crm;
    private CrmSnapshot before;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(SandboxSettings.in(folder)
                .withPersons(60)
                .withLimits(Limits.NONE)
                .withMultiValues(MultiValues.KEPT));
        crm = new FaultyCrm(sandbox);
        crm.others().edit(DUPLICATE, """
                {"emails":[{"value":"Ada@one.example"},{"value":"lovelace@two.example"}],
                 "phones":[{"value":"(415) 555-0132"}]}""");
        crm.others().edit(SURVIVOR, """
                {"emails":[{"value":"ada@one.example"}],"phones":[{"value":"+1 415 555 0132"}]}""");
        crm.close();
        crm = new FaultyCrm(sandbox);
        before = crm.snapshot();
    }

    @AfterEach
    void stop() throws IOException {
        crm.close();
        sandbox.close();
    }

    @Test
    void aMergeThatLostNothingIsWell() {
        merge(DUPLICATE, SURVIVOR);
        read(SURVIVOR);
        keepAllEmails();

        assertThat(violations(APPROVED)).isEmpty();
        Invariants.check(before, crm.snapshot(), crm.history(), APPROVED);
    }

    @Test
    void anEmailThatWasLostIsFoundUnlessTheReportSaidSo() {
        merge(DUPLICATE, SURVIVOR);

        assertThat(violations(APPROVED)).containsExactly("Person 22 lost the e-mail lovelace@two.example");
        assertThat(violations(new Approved(APPROVED.merges(), Set.of(), Set.of("Lovelace@two.example"))))
                .isEmpty();
        assertThatThrownBy(() -> Invariants.check(before, crm.snapshot(), crm.history(), APPROVED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("lost the e-mail");
    }

    @Test
    void aPhoneThatAnUpdateTookAwayIsFound() {
        merge(DUPLICATE, SURVIVOR);
        keepAllEmails();
        send("PATCH", "/api/v2/persons/" + SURVIVOR, "{\"phones\":[]}");

        assertThat(violations(APPROVED)).containsExactly("Person 22 lost the phone 4155550132 ");
    }

    @Test
    void whatNobodyApprovedIsFound() {
        merge(DUPLICATE, SURVIVOR);
        keepAllEmails();
        send("PATCH", "/api/v2/persons/33", "{\"name\":\"Somebody Else\"}");

        assertThat(violations(Approved.NOTHING))
                .containsExactly(
                        "MERGE of person 11 into 22 was not approved",
                        "UPDATE of person 22 was not approved",
                        "UPDATE of person 33 was not approved");
        assertThat(violations(Approved.merges(Map.of(DUPLICATE, 33L))))
                .contains("MERGE of person 11 into 22 was not approved");
    }

    @Test
    void aDeletionIsApprovedByItself() {
        long shell = unlinked();
        send("DELETE", "/api/v2/persons/" + shell, "");

        assertThat(violations(Approved.deletes(Set.of(shell)))).isEmpty();
        assertThat(violations(Approved.merges(Map.of(shell, 1L))))
                .containsExactly("DELETE of person " + shell + " was not approved");
    }

    @Test
    void aPersonOnWhomSomethingHangsIsNotToBeDeleted() {
        long linked = linked();
        send("DELETE", "/api/v2/persons/" + linked, "");

        assertThat(violations(Approved.deletes(Set.of(linked))))
                .containsExactly("Person " + linked + " was deleted with linked records");
    }

    @Test
    void aMergeTheWrongWayRoundIsFound() {
        merge(SURVIVOR, DUPLICATE);

        assertThat(violations(APPROVED)).containsExactly("MERGE of person 22 into 11 is the wrong way round");
    }

    @Test
    void whatWasDoneTwiceIsFound() {
        merge(DUPLICATE, SURVIVOR);
        keepAllEmails();
        keepAllEmails();

        assertThat(violations(APPROVED)).containsExactly("UPDATE of person 22 was sent again before the CRM was asked");
        History history = crm.history();
        List<Deed> twice = new ArrayList<>(history.deeds());
        twice.add(history.deeds().get(0));
        assertThat(Invariants.violations(before, crm.snapshot(), new History(history.calls(), twice), APPROVED))
                .contains("MERGE of person 11 into 22 was done twice");
    }

    @Test
    void whatWasSentAgainWithoutAskingIsFoundEvenIfItHadNoEffect() {
        crm.on(CallKind.MERGE, 1, Fault.insteadOf(Line.STATUS_500));
        merge(DUPLICATE, SURVIVOR);
        merge(DUPLICATE, SURVIVOR);
        keepAllEmails();

        assertThat(violations(APPROVED)).containsExactly("MERGE of person 11 was sent again before the CRM was asked");
    }

    @Test
    void whoAskedFirstOrWasToldToWaitMaySendAgain() {
        crm.on(CallKind.MERGE, 1, Fault.insteadOf(Line.TOO_MANY));
        crm.on(CallKind.MERGE, 2, Fault.insteadOf(Line.STATUS_500));
        merge(DUPLICATE, SURVIVOR);
        merge(DUPLICATE, SURVIVOR);
        read(111);
        read(DUPLICATE);
        merge(DUPLICATE, SURVIVOR);
        keepAllEmails();

        assertThat(violations(APPROVED)).isEmpty();
    }

    @Test
    void whatIsMissingInTheEndIsFoundThoughNothingIsKnownToHaveTakenIt() {
        CrmSnapshot after = crm.snapshot();
        long linked = linked();
        ObjectNode poorer = (ObjectNode) after.persons().get(linked).deepCopy();
        String kind = List.of("activities_count", "notes_count", "open_deals_count", "email_messages_count").stream()
                .filter(count -> poorer.path(count).intValue() > 0)
                .findFirst()
                .orElseThrow();
        poorer.put(kind, 0);
        ObjectNode renamed = (ObjectNode) after.persons().get(33L).deepCopy();
        renamed.put("name", "Somebody Else");
        SortedMap<String, Long> leads = new TreeMap<>(after.leads());
        String lead = leads.firstKey();
        leads.remove(lead);

        assertThat(afterwards(after.with(linked, Map.of("now", poorer))))
                .anyMatch(violation -> violation.contains("lost linked records: " + kind));
        assertThat(afterwards(after.with(33, Map.of("now", renamed))))
                .containsExactly("Person 33 was changed, though nobody is known to have done so");
        assertThat(afterwards(after.with(33, Map.of())))
                .containsExactly("Person 33 is gone, though nobody is known to have done so");
        assertThat(afterwards(after.with(999, Map.of("now", renamed))))
                .containsExactly("Person 999 is there, and should not be");
        assertThat(afterwards(new CrmSnapshot(after.persons(), leads)))
                .singleElement()
                .asString()
                .endsWith("lost linked records: the lead " + lead);
    }

    @Test
    void whatOthersDidIsTheirsToAnswerFor() {
        crm.others().edit(DUPLICATE, "{\"emails\":[]}");
        crm.others().delete(33);
        crm.others().merge(44, 45);
        CrmSnapshot between = crm.snapshot();
        merge(DUPLICATE, SURVIVOR);

        assertThat(between.persons()).doesNotContainKeys(33L, 44L);
        assertThat(violations(APPROVED)).noneMatch(violation -> violation.contains("not approved"));
        assertThat(violations(APPROVED)).noneMatch(violation -> violation.startsWith("Person 22"));
    }

    private List<String> violations(Approved approved) {
        return Invariants.violations(before, crm.snapshot(), crm.history(), approved);
    }

    private List<String> afterwards(CrmSnapshot after) {
        return Invariants.violations(before, after, crm.history(), APPROVED);
    }

    private void merge(long duplicate, long survivor) {
        send("PUT", "/api/v1/persons/" + duplicate + "/merge", "{\"merge_with_id\":" + survivor + "}");
    }

    private void keepAllEmails() {
        send("PATCH", "/api/v2/persons/" + SURVIVOR, """
                {"emails":[{"value":"ada@one.example"},{"value":"lovelace@two.example"}]}""");
    }

    private void read(long person) {
        send("GET", "/api/v2/persons?ids=5%2C" + person + "&limit=100", "");
    }

    private long linked() {
        return anybody(true);
    }

    private long unlinked() {
        return anybody(false);
    }

    private long anybody(boolean linked) {
        return before.persons().entrySet().stream()
                .filter(entry -> (Holding.of(entry.getValue()).linked() > 0) == linked)
                .map(Map.Entry::getKey)
                .filter(id -> id != DUPLICATE && id != SURVIVOR && id != 33)
                .filter(id -> !before.leads().containsValue(id))
                .findFirst()
                .orElseThrow();
    }

    private void send(String method, String target, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(crm.baseUrl() + target))
                .header("x-api-token", crm.token())
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
