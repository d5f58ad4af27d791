package io.mergewell.cli.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.apply.ApplySettings;
import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.crm.connect.CrmSettings.Where;
import io.mergewell.crm.settings.ChosenOptions;
import io.mergewell.crm.settings.Credential;
import io.mergewell.crm.settings.CsvColumns;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;
import io.mergewell.crm.systems.CrmSystems;
import io.mergewell.job.JobFile;
import io.mergewell.job.KeepSettings;
import io.mergewell.match.FieldKind;
import io.mergewell.match.MatchSettings;
import io.mergewell.plan.GuardRails;
import io.mergewell.plan.PlanSettings;
import io.mergewell.plan.SurvivorRule;
import io.mergewell.store.StoreSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a right job file means. What a wrong one is told is in {@link JobFileErrorTests}. */
class JobFileReaderTests {

    @TempDir
    private Path folder;

    @Test
    void fillsInEveryDefault() throws IOException {
        JobFile job = read("""
                crm: { type: pipedrive, base-url: https://acme.pipedrive.com, token: secret }
                """);

        assertThat(job.name()).isEqualTo("acme");
        assertThat(job.path()).isEqualTo(folder.resolve("acme.yml"));
        assertThat(job.crm()).isEqualTo(pipedrive("https://acme.pipedrive.com"));
        assertThat(job.sweepEvery()).isEqualTo(Duration.ofDays(7));
        assertThat(job.match()).isEqualTo(MatchSettings.DEFAULTS);
        assertThat(job.plan()).isEqualTo(PlanSettings.DEFAULTS);
        assertThat(job.apply()).isEqualTo(ApplySettings.defaults("acme"));
        assertThat(job.store()).isEqualTo(new StoreSettings("jdbc:h2:file:./data/acme"));
        assertThat(job.reports()).isEqualTo(Path.of("reports/acme"));
        assertThat(job.keep()).isEqualTo(KeepSettings.DEFAULTS);
    }

    @Test
    void readsHowLongThingsAreKept() throws IOException {
        JobFile job = read("""
                crm: { type: pipedrive, base-url: https://acme.pipedrive.com, token: secret }
                keep: { reports: 30d, snapshots: 730d }
                """);

        assertThat(job.keep())
                .isEqualTo(new KeepSettings(Duration.ofDays(30), Duration.ofDays(730), KeepSettings.DEFAULTS.mirror()));
    }

    @Test
    void readsEveryKeyOfAPipedriveJob() throws IOException {
        JobFile job = read("""
                crm:
                  type: pipedrive
                  base-url: https://acme.pipedrive.com
                  token: ${PIPEDRIVE_TOKEN}
                  owner-id: 123
                  sweep-every: 24h
                  timeout: 30s
                phone-region: NO
                match:
                  review-threshold: 0.90
                  auto-threshold: 0.999
                  fields: { custom.birthplace: text, custom.vat: unique }
                plan: { survivor: [most-complete, oldest], max-group: 5, valid-for: 7d, delete: false }
                apply: { auto: true, max-merges: 10, max-deletes: 0, max-share: 0.01, max-tokens: 30000,
                         stop-after-conflicts: 3, pause: 250ms, inbox: in/acme }
                store: { url: "jdbc:postgresql://db/acme?password=${PIPEDRIVE_TOKEN}" }
                reports: /var/reports/acme
                """);

        assertThat(job.crm())
                .isEqualTo(new CrmSettings.Online(
                        CrmSystems.find("pipedrive").orElseThrow(),
                        at("https://acme.pipedrive.com"),
                        ChosenOptions.of(Map.of("owner-id", "123")),
                        Duration.ofSeconds(30)));
        assertThat(job.sweepEvery()).isEqualTo(Duration.ofDays(1));
        assertThat(job.match())
                .isEqualTo(new MatchSettings(
                        "NO",
                        0.9,
                        0.999,
                        null,
                        new TreeMap<>(Map.of("custom.birthplace", FieldKind.TEXT, "custom.vat", FieldKind.UNIQUE))));
        assertThat(job.apply())
                .isEqualTo(new ApplySettings(
                        true, new GuardRails(10, 0, 0.01), 30_000, 3, Duration.ofMillis(250), Path.of("in/acme")));
        assertThat(job.plan())
                .isEqualTo(new PlanSettings(
                        List.of(SurvivorRule.MOST_COMPLETE, SurvivorRule.OLDEST, SurvivorRule.LOWEST_ID),
                        5,
                        Duration.ofDays(7),
                        false,
                        new GuardRails(10, 0, 0.01)));
        assertThat(job.store()).isEqualTo(new StoreSettings("jdbc:postgresql://db/acme?password=secret"));
        assertThat(job.reports()).isEqualTo(Path.of("/var/reports/acme"));
    }

    @Test
    void asksForNoCredentialWhereNobodySignsIn() throws IOException {
        Path file = Files.writeString(folder.resolve("acme.yml"), """
                crm: { type: pipedrive, base-url: "https://acme.pipedrive.com", token: "${NO_SUCH_TOKEN}" }
                """);

        assertThatThrownBy(() -> new JobFileReader(Map.of()).read(file)).hasMessageContaining("NO_SUCH_TOKEN");
        assertThat(JobFileReader.withoutCredential(Map.of()).read(file).name()).isEqualTo("acme");
    }

    @Test
    void readsEveryColumnOfACsvJob() throws IOException {
        JobFile job = read("""
                crm:
                  type: csv
                  file: lists/persons.csv
                  columns: { id: rec_id, name: full, first-name: given_name, last-name: [prefix, surname],
                             emails: [email, email2], phones: [phone], organisation: company, birth-date: dob,
                             street: [number, address_1], postcode: zip, city: suburb, country: land, job-title: role,
                             custom.state: state }
                match: { fields: { custom.state: exact } }
                """);

        assertThat(job.crm())
                .isEqualTo(new CrmSettings.Csv(
                        folder.resolve("lists/persons.csv"),
                        new CsvColumns(
                                "rec_id",
                                List.of("full"),
                                List.of("given_name"),
                                List.of("prefix", "surname"),
                                List.of("email", "email2"),
                                List.of("phone"),
                                "company",
                                "dob",
                                List.of("number", "address_1"),
                                "zip",
                                "suburb",
                                "land",
                                "role",
                                new TreeMap<>(Map.of("state", "state")))));
        assertThat(job.match().fields()).isEqualTo(Map.of("custom.state", FieldKind.EXACT));
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.pipedrive.com, https://acme.pipedrive.com",
        "https://acme.pipedrive.com/, https://acme.pipedrive.com",
        "https://acme.pipedrive.com/v1, https://acme.pipedrive.com",
        "https://acme.pipedrive.com/api/v1/, https://acme.pipedrive.com",
        "https://acme.pipedrive.com/api/v2, https://acme.pipedrive.com",
        "HTTPS://Acme.Pipedrive.com:8443, https://acme.pipedrive.com:8443",
        "http://localhost:8080, http://localhost:8080",
        "http://127.0.0.1:8080/v1, http://127.0.0.1:8080",
        "http://[::1]:8080, http://[::1]:8080",
    })
    void takesTheAddressOfASystemInManyForms(String written, String meant) throws IOException {
        JobFile job = read("crm: { type: pipedrive, base-url: \"%s\", token: secret }".formatted(written));

        assertThat(job.crm()).isEqualTo(pipedrive(meant));
    }

    @Test
    void asksForNoTokenInTheSandbox() throws IOException {
        JobFile job = read("crm: { type: pipedrive, base-url: sandbox }");

        assertThat(job.crm())
                .isEqualTo(new CrmSettings.Online(
                        CrmSystems.find("pipedrive").orElseThrow(),
                        new Where.InSandbox(null),
                        ChosenOptions.NONE,
                        Duration.ofMinutes(2)));
    }

    @Test
    void handsTheSandboxTheTokenThatIsNamedSoThatAWrongOneIsRefused() throws IOException {
        JobFile job = read("crm: { type: wethod, company: acme, base-url: sandbox, token: mine }");

        assertThat(job.crm()).isInstanceOfSatisfying(CrmSettings.Online.class, online -> assertThat(online.where())
                .isEqualTo(new Where.InSandbox(new Secret("mine"))));
    }

    @Test
    void readsTheTokenFromAFile() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "  secret\n");

        JobFile job = read(
                "crm: { type: pipedrive, base-url: https://acme.pipedrive.com, token-file: \"%s\" }".formatted(token));

        assertThat(job.crm()).isEqualTo(pipedrive("https://acme.pipedrive.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"match: {}", "match:", "match: null", "plan:", "apply:", "store: {}"})
    void takesAnEmptySectionForOneThatIsNotThere(String section) throws IOException {
        JobFile job = read(section + "\ncrm: { type: pipedrive, base-url: sandbox }");

        assertThat(job.match()).isEqualTo(MatchSettings.DEFAULTS);
        assertThat(job.plan()).isEqualTo(PlanSettings.DEFAULTS);
        assertThat(job.apply()).isEqualTo(ApplySettings.defaults("acme"));
        assertThat(job.store()).isEqualTo(new StoreSettings("jdbc:h2:file:./data/acme"));
    }

    @ParameterizedTest
    @CsvSource({"acme.yml, acme", "acme.yaml, acme", "acme-2026_v1.2.yml, acme-2026_v1.2"})
    void isNamedAfterItsFile(String file, String name) throws IOException {
        Path path = Files.writeString(folder.resolve(file), "crm: { type: pipedrive, base-url: sandbox }");

        assertThat(new JobFileReader(Map.of()).read(path).name()).isEqualTo(name);
    }

    @Test
    void changesItsDigestWithEveryByte() throws IOException {
        JobFile one = read("crm: { type: pipedrive, base-url: sandbox }");
        JobFile other = read("crm: { type: pipedrive, base-url: sandbox }\n");

        assertThat(one.digest()).matches("[0-9a-f]{64}").isNotEqualTo(other.digest());
        assertThat(read("crm: { type: pipedrive, base-url: sandbox }").digest()).isEqualTo(one.digest());
    }

    @Test
    void readsAFileThatBeginsWithAByteOrderMark() throws IOException {
        assertThat(read("\uFEFFcrm: { type: pipedrive, base-url: sandbox }").name())
                .isEqualTo("acme");
    }

    @ParameterizedTest
    @CsvSource({"7d, PT168H", "24h, PT24H", "90m, PT1H30M", "7200s, PT2H", "3600000ms, PT1H"})
    void readsDurationsInEveryUnit(String written, Duration meant) throws IOException {
        JobFile job = read("crm: { type: pipedrive, base-url: sandbox, sweep-every: %s }".formatted(written));

        assertThat(job.sweepEvery()).isEqualTo(meant);
    }

    @Test
    void readsHowAnAppSignsIn() throws IOException {
        JobFile job = read("crm: { type: pipedrive, base-url: https://acme.pipedrive.com, oauth: { client-id: app,"
                + " client-secret: \"${PIPEDRIVE_TOKEN}\", refresh-token-file: data/refresh } }");

        assertThat(((CrmSettings.Online) job.crm()).where())
                .isEqualTo(new Where.At(new Endpoint(
                        URI.create("https://acme.pipedrive.com"),
                        new Credential.OAuth("app", new Secret("secret"), Path.of("data/refresh")))));
    }

    private JobFile read(String yaml) throws IOException {
        Path path = Files.writeString(folder.resolve("acme.yml"), yaml);
        return new JobFileReader(Map.of("PIPEDRIVE_TOKEN", "secret")).read(path);
    }

    private static CrmSettings pipedrive(String url) {
        return new CrmSettings.Online(
                CrmSystems.find("pipedrive").orElseThrow(), at(url), ChosenOptions.NONE, Duration.ofMinutes(2));
    }

    private static Where at(String url) {
        return new Where.At(new Endpoint(URI.create(url), new Secret("secret")));
    }
}
