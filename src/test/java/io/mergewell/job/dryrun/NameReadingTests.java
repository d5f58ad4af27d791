package io.mergewell.job.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.NameSource.Part;
import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.Replies;
import io.mergewell.crm.ScriptedServer;
import io.mergewell.crm.settings.ChosenOptions;
import io.mergewell.crm.systems.CrmSystems;
import io.mergewell.person.vocabulary.Term;
import io.mergewell.person.vocabulary.TermKind;
import io.mergewell.review.privacy.MaskedReport;
import io.mergewell.review.summary.Summary;
import io.mergewell.store.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NameReadingTests {

    private static final String NOT_READ = "their names could not be read: ";

    @TempDir
    private Path folder;

    private Night night = new Night(Path.of(""));
    private TownNames names = new TownNames();

    @BeforeEach
    void begin() {
        night = new Night(folder);
        names = TownNames.of(night.town());
        night.tell(names);
    }

    @ParameterizedTest
    @EnumSource
    void reportsByNames(Engine engine) throws IOException {
        night.use(engine.fresh(folder));

        Summary summary = night.run();

        assertThat(file(summary, "review.csv"))
                .contains("Analytical Ltd (12)", "Ada Berg (5)", "Source: Web form kept, Trade fair dropped");
        assertThat(file(summary, "groups.csv")).contains("Source: Trade fair", "Customer", "Ada Berg (5)");
        assertThat(file(summary, "review.html"))
                .contains("\"custom\":{\"Source\":\"Web form\"}", "\"owner\":\"Ada Berg (5)\"")
                .doesNotContain(TownNames.SOURCE);
        assertThat(summary.notes()).noneMatch(note -> note.contains(NOT_READ));
    }

    @Test
    void asksForEachPartOnceAndForEachOrganisationThroughOneOfItsMembers() {
        night.run();

        assertThat(names.asked).containsExactly(Part.FIELDS, Part.OWNERS, Part.ORGANISATIONS);
        assertThat(names.organisations).singleElement().asString().matches("12 of (\\d+) \\{\"id\":\\1,\"note\":\"\"}");
    }

    @Test
    void proposesTheSameWhateverThingsAreCalled() {
        Summary named = night.run();
        names.fields.replaceAll(term -> new Term(term.kind(), term.field(), term.code(), "New " + term.name()));
        Summary renamed = night.run();
        names.fields.clear();
        names.owners.clear();
        Summary unnamed = night.run();

        assertThat(renamed.plan()).isEqualTo(named.plan()).isEqualTo(unnamed.plan());
    }

    @Test
    void showsAnOptionThatIsNoLongerOfferedByNumber() throws IOException {
        night.run();
        names.fields.removeIf(term -> term.name().equals("Trade fair"));

        assertThat(file(night.run(), "review.csv")).contains("Source: Web form kept, 2 dropped");
    }

    @Test
    void letsNoNameRunAsAFormulaOrAsMarkup() throws IOException {
        names.owners.set(0, new Term(TermKind.OWNER, "", "5", "=cmd|'/c calc'!A1"));
        names.fields.set(0, new Term(TermKind.FIELD, "", TownNames.SOURCE, "</script><img src=x onerror=alert(1)>"));

        Summary summary = night.run();

        assertThat(file(summary, "review.csv")).contains(",'=cmd|").doesNotContain(",=cmd|");
        assertThat(file(summary, "review.html")).doesNotContain("<img src=x").contains("\\u003C/script\\u003E");
    }

    @Test
    void masksNamesAsItMasksTheValuesOfPersons() throws IOException {
        Summary summary = night.run();
        MaskedReport.write(night.reports().resolve(summary.runId()));

        for (String copy : List.of(MaskedReport.REVIEW, MaskedReport.GROUPS, MaskedReport.PAGE)) {
            assertThat(file(summary, copy))
                    .as(copy)
                    .doesNotContain("Ada", "Berg", "Analytical", "Web form", "Customer");
        }
        assertThat(file(summary, MaskedReport.GROUPS)).contains("Source: ***", ",5,");
    }

    @ParameterizedTest
    @EnumSource
    void reportsByNumberWhatItMayNotKnow(Part part) throws IOException {
        names.fail(part, new CrmException.Refused("Not you.", true));

        Summary summary = night.run();

        assertThat(summary.status()).isEqualTo("COMPLETED");
        assertThat(summary.notes())
                .filteredOn(note -> note.contains(NOT_READ))
                .singleElement()
                .asString()
                .contains(part.words() + " (refused (403); an app needs the scope town:"
                        + part.name().charAt(0));
        String review = file(summary, "review.csv");
        assertThat(review.contains("Source: Web form")).isEqualTo(part != Part.FIELDS);
        assertThat(review.contains("Ada Berg (5)")).isEqualTo(part != Part.OWNERS);
        assertThat(review.contains("Analytical Ltd (12)")).isEqualTo(part != Part.ORGANISATIONS);
    }

    @Test
    void putsWhatIsMissingIntoOneNote() {
        names.fail(Part.FIELDS, new CrmException.BrokenContract("What is that?"));
        names.fail(Part.OWNERS, new CrmException.Refused("Not you.", true));

        assertThat(night.run().notes())
                .filteredOn(note -> note.contains(NOT_READ))
                .singleElement()
                .asString()
                .contains("labels (the answer was of no use); owners (refused (403)");
    }

    @Test
    void asksNothingMoreOnceNoAnswerCame() {
        names.fail(Part.FIELDS, new CrmException.Temporary("It broke the connection."));

        Summary summary = night.run();

        assertThat(names.asked).containsExactly(Part.FIELDS);
        assertThat(summary.status()).isEqualTo("COMPLETED");
        assertThat(summary.notes()).anyMatch(note -> note.contains("owners (not asked for after that)"));
    }

    @Test
    void keepsTheNamesOfAnEarlierNight() throws IOException {
        night.run();
        for (Part part : Part.values()) {
            names.fail(part, new CrmException.Refused("Not you.", true));
        }
        night.becomesTheNext();

        assertThat(file(night.run(), "review.csv"))
                .contains("Analytical Ltd (12)", "Ada Berg (5)", "Source: Web form kept, Trade fair dropped");
    }

    @Test
    void forgetsTheNamesOfAnotherCompany() throws IOException {
        night.run();
        for (Part part : Part.values()) {
            names.fail(part, new CrmException.Refused("Not you.", true));
        }
        night.moveTo("village");

        assertThat(file(night.run(), "review.csv")).doesNotContain("Ada Berg", "Analytical Ltd");
    }

    @Test
    void forgetsAnOrganisationThatIsNoLongerKnown() throws IOException {
        night.run();
        names.companies.clear();
        night.becomesTheNext();

        assertThat(file(night.run(), "review.csv"))
                .doesNotContain("Analytical Ltd")
                .contains("no. 12");
    }

    /** All persons are read by then, and the plan is made. */
    @ParameterizedTest
    @MethodSource
    void reportsTheSameNightWhereTheTokenIsRefusedOrTheBudgetIsSpent(CrmException failure, String why)
            throws IOException {
        names.fail(Part.OWNERS, failure);

        Summary summary = night.run();

        assertThat(summary.status()).isEqualTo("COMPLETED");
        assertThat(names.asked).containsExactly(Part.FIELDS, Part.OWNERS);
        assertThat(summary.notes())
                .anyMatch(note -> note.contains("owners (" + why + "); organisations (not asked for after that)"));
        assertThat(file(summary, "review.csv")).contains("Source: Web form", "no. 12");
    }

    static Stream<Arguments> reportsTheSameNightWhereTheTokenIsRefusedOrTheBudgetIsSpent() {
        return Stream.of(
                Arguments.of(new CrmException.Refused("Who are you?", false), "the token was refused"),
                Arguments.of(new CrmException.Temporary("Not today.", true), "a limit is reached"));
    }

    /** The real adapter over HTTP. */
    @ParameterizedTest
    @EnumSource
    void isNotHeldUpByARefusalOfThePipedriveApi(Part refused) throws IOException {
        String user = "{\"success\":true,\"data\":[{\"id\":5,\"name\":\"Ada Berg\"}]}";
        String field = "{\"success\":true,\"data\":[{\"field_code\":\"" + TownNames.SOURCE
                + "\",\"field_name\":\"Source\",\"field_type\":\"varchar\"}]}";
        String organisation = "{\"success\":true,\"data\":[{\"id\":12,\"name\":\"Analytical Ltd\"}]}";
        try (ScriptedServer server = new ScriptedServer(
                reply(field, refused == Part.FIELDS),
                reply(user, refused == Part.OWNERS),
                reply(organisation, refused == Part.ORGANISATIONS))) {
            night.tell(CrmSystems.find("pipedrive")
                    .orElseThrow()
                    .connect(server.endpoint(), ChosenOptions.NONE, Duration.ofSeconds(10), new RecordedWaits())
                    .names());

            Summary summary = night.run();

            assertThat(server.requests()).hasSize(3);
            assertThat(summary.notes())
                    .anyMatch(note ->
                            note.contains(refused == Part.OWNERS ? "the scope users:read" : "the scope contacts:read"));
            String review = file(summary, "review.csv");
            assertThat(review.contains("Ada Berg (5)")).isEqualTo(refused != Part.OWNERS);
            assertThat(review.contains("Source: 1 kept, 2 dropped")).isEqualTo(refused != Part.FIELDS);
            assertThat(review.contains("Analytical Ltd (12)")).isEqualTo(refused != Part.ORGANISATIONS);
        }
    }

    private static ScriptedServer.Reply reply(String body, boolean refused) {
        return refused
                ? Replies.json(403, "{\"success\":false,\"error\":\"Scope and URL mismatch\"}")
                : Replies.json(200, body);
    }

    private String file(Summary summary, String name) throws IOException {
        return Files.readString(night.reports().resolve(summary.runId()).resolve(name));
    }
}
