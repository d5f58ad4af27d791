package io.mergewell.cli.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way a job file can be wrong, and the sentence it earns. */
class JobFileErrorTests {

    private static final String PIPEDRIVE = "crm: { type: pipedrive, base-url: sandbox }\n";
    private static final String CSV = "crm: { type: csv, file: p.csv, columns: { id: id, custom.state: state } }\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource({"keys", "values", "systems", "columns", "yaml"})
    void saysWhereAndWhatToDo(String yaml, int line, String sentence) throws IOException {
        Path file = write(yaml);

        String place = line == 0 ? file + ": " : file + ", line " + line + ": ";
        assertThat(error(file)).isEqualTo(place + sentence);
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                arguments(PIPEDRIVE + "reprots: x", 2, "reprots is not a key of a job file. Did you mean reports?"),
                arguments(
                        PIPEDRIVE + "max-group: 4", 2, "max-group is not a key of a job file. It belongs under plan."),
                arguments(
                        PIPEDRIVE + "schedule: daily",
                        2,
                        "schedule is not a key of a job file."
                                + " Known here: crm, phone-region, match, plan, apply, store, reports, keep."),
                arguments(
                        PIPEDRIVE + "plan:\n  max-gruop: 4",
                        3,
                        "plan.max-gruop is not a key of plan. Did you mean max-group?"),
                arguments(
                        PIPEDRIVE + "match: { auto_threshold: 1 }",
                        2,
                        "match.auto_threshold is not a key of match. Did you mean auto-threshold?"),
                arguments(
                        PIPEDRIVE + "apply: { max-merge: 1 }",
                        2,
                        "apply.max-merge is not a key of apply. Did you mean max-merges?"),
                arguments(PIPEDRIVE + "store: { uri: x }", 2, "store.uri is not a key of store. Did you mean url?"),
                arguments(
                        "crm: { type: pipedrive, base-url: sandbox, company: acme }",
                        1,
                        "crm.company is not a key of a job of type pipedrive. Known here: type, base-url, token,"
                                + " token-file, oauth, sweep-every, timeout, owner-id, filter-id."),
                arguments(
                        "crm: { type: csv, file: p.csv, columns: { id: id }, token: x }",
                        1,
                        "crm.token is not a key of a job of type csv. Known here: type, file, columns."),
                arguments(PIPEDRIVE + "reports: a\nreports: b", 3, "reports is written twice. Keep one of the two."),
                arguments("phone-region: US", 1, "A job needs the section crm, with at least its type."),
                arguments(
                        "crm: { typ: csv, file: p.csv }",
                        1,
                        "crm.typ is not a key of the section crm. Did you mean type?"),
                arguments(
                        "crm: { base-url: sandbox }",
                        1,
                        "A job needs crm.type: csv, pipedrive, pipedrive-v1, rogerroger, wethod."),
                arguments("crm:", 0, "A job needs crm.type: csv, pipedrive, pipedrive-v1, rogerroger, wethod."));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                value(
                        "plan: { max-group: ten }",
                        "plan.max-group must be a whole number from 2 to 1,000, not \"ten\"."),
                value("plan: { max-group: 1 }", "plan.max-group must be a whole number from 2 to 1,000, not \"1\"."),
                value("plan: { max-group: [4] }", "plan.max-group must be a single value, not a list or a section."),
                value("plan: { max-group: }", "plan.max-group is empty. Give it a value or leave the line out."),
                value(
                        "plan: { valid-for: 14 }",
                        "plan.valid-for must be a duration from 1h to 365d; the units are d, h, m, s and ms, not \"14\"."),
                value(
                        "plan: { valid-for: 1s }",
                        "plan.valid-for must be a duration from 1h to 365d; the units are d, h, m, s and ms, not \"1s\"."),
                value("plan: { delete: yes }", "plan.delete must be one of false, true, not \"yes\"."),
                value(
                        "plan: { survivor: [newest] }",
                        "plan.survivor must be one of latest-updated, lowest-id, most-complete, most-linked, oldest,"
                                + " not \"newest\"."),
                value(
                        "plan: { survivor: [] }",
                        "plan.survivor is an empty list. Give it a value or leave the line out."),
                value(
                        "plan: { survivor: [oldest, oldest] }",
                        "plan.survivor names one of its values twice. Name each once."),
                value(
                        "plan: { survivor: [lowest-id, oldest] }",
                        "plan.survivor names rules after lowest-id, which decides every case. Put it last."),
                value("plan: 4", "plan must be a list of keys with values."),
                value(
                        "match: { review-threshold: 90% }",
                        "match.review-threshold must be a number above 0, up to 1, such as 0.95, not \"90%\"."),
                value(
                        "match: { auto-threshold: 1.5 }",
                        "match.auto-threshold must be a number above 0, up to 1, such as 0.95, not \"1.5\"."),
                value(
                        "match: { review-threshold: 0.9, auto-threshold: 0.8 }",
                        "match.auto-threshold must not be below match.review-threshold: what may be merged without a look"
                                + " has to be surer than what is looked at."),
                value(
                        "match: { fields: { birthplace: text } }",
                        "match.fields.birthplace is not a key of match.fields, where every key begins with custom."
                                + " Write custom.birthplace."),
                value(
                        "match: { fields: { custom.birthplace: fuzzy } }",
                        "match.fields.custom.birthplace must be one of date, exact, number, postcode, text, unique,"
                                + " not \"fuzzy\"."),
                value(
                        "phone-region: UK",
                        "phone-region must be the two capital letters of a country, such as US, GB or IT, not \"UK\"."),
                value(
                        "apply: { max-share: 0 }",
                        "apply.max-share must be a number above 0, up to 1, such as 0.95, not \"0\"."),
                value(
                        "apply: { pause: 2h }",
                        "apply.pause must be a duration from 0ms to 1h; the units are d, h, m, s and ms, not \"2h\"."),
                value(
                        "apply: { stop-after-conflicts: 0 }",
                        "apply.stop-after-conflicts must be a whole number from 1 to 10,000,000, not \"0\"."),
                value(
                        "reports: ~/reports",
                        "reports begins with ~, which is not replaced here. Write the whole path, or ${HOME}."),
                value(
                        "reports: ${NOT_SET}/x",
                        "reports needs the environment variable NOT_SET, which is not set. Set it and run this again."),
                value(
                        "reports: ${EMPTY}/x",
                        "reports needs the environment variable EMPTY, which is empty. Set it and run this again."),
                value("reports: \"${BROKEN\"", "reports holds ${ that does not begin a variable such as ${CRM_TOKEN}."),
                value(
                        "store: { url: \"jdbc:h2:mem:x;PASSWORD=geheim\" }",
                        "store.url must begin with jdbc:h2:file: or jdbc:postgresql:, such as jdbc:h2:file:./data/acme."
                                + " What a job remembers has to outlive the program."));
    }

    static Stream<Arguments> systems() {
        return Stream.of(
                crm(
                        "type: salesforce",
                        "crm.type must be one of csv, pipedrive, pipedrive-v1, rogerroger, wethod, not \"salesforce\"."),
                crm(
                        "type: pipedrive",
                        "A job needs crm.base-url, such as https://acme.example.com, or sandbox to try things."),
                crm(
                        "type: pipedrive, base-url: \"acme.pipedrive.com\", token: geheim",
                        "crm.base-url is not a web address. Write it as https://your-company.example.com. Nothing was sent."),
                crm(
                        "type: pipedrive, base-url: \"https://acme pipedrive\", token: geheim",
                        "crm.base-url is not a web address. Write it as https://your-company.example.com."),
                crm(
                        "type: pipedrive, base-url: \"ftp://acme.com\", token: geheim",
                        "crm.base-url is not a web address. Write it as https://your-company.example.com. Nothing was sent."),
                crm(
                        "type: pipedrive, base-url: \"https://acme.com/persons\", token: geheim",
                        "crm.base-url has a path behind its host (acme.com). Write scheme and host only. Nothing was sent."),
                crm(
                        "type: pipedrive, base-url: \"https://user:geheim@acme.com\", token: geheim",
                        "crm.base-url holds more than scheme and host (acme.com). Take off the rest; a token belongs in crm.token. Nothing was sent."),
                crm(
                        "type: pipedrive, base-url: \"https://acme.com/v1?api_token=geheim\", token: geheim",
                        "crm.base-url holds more than scheme and host (acme.com). Take off the rest; a token belongs in crm.token. Nothing was sent."),
                crm(
                        "type: pipedrive, base-url: \"http://acme.pipedrive.com\", token: geheim",
                        "crm.base-url would send the token to acme.pipedrive.com unencrypted. Write https instead of http. Nothing was sent."),
                crm(
                        "type: pipedrive, base-url: \"http://127.0.0.1.acme.com\", token: geheim",
                        "crm.base-url would send the token to 127.0.0.1.acme.com unencrypted. Write https instead of http. Nothing was sent."),
                crm(
                        "type: pipedrive, base-url: https://a.com",
                        "A job needs one credential: crm.token (best as ${CRM_TOKEN}), crm.token-file or crm.oauth."
                                + " This one has none."),
                crm(
                        "type: pipedrive, base-url: https://a.com, token: geheim, token-file: f",
                        "A job needs one credential: crm.token (best as ${CRM_TOKEN}), crm.token-file or crm.oauth."
                                + " This one has 2; keep one."),
                crm(
                        "type: pipedrive, base-url: https://a.com, token: \"${PIPEDRIVE_TOKEN}\"",
                        "crm.token needs the environment variable PIPEDRIVE_TOKEN, which is not set."
                                + " Set it and run this again."),
                crm(
                        "type: pipedrive, base-url: https://a.com, token: \"two geheim\"",
                        "crm.token does not hold a token: a token is one word of letters, digits and signs, without blanks"
                                + " or line breaks."),
                crm(
                        "type: pipedrive, base-url: https://a.com, token-file: /no/such/file",
                        "crm.token-file /no/such/file cannot be read. Check that it exists, is plain text and may be read"
                                + " by this user."),
                crm(
                        "type: pipedrive, base-url: https://a.com, oauth: { client-id: i, client-secret: geheim }",
                        "A job needs crm.oauth.refresh-token-file."),
                crm(
                        "type: pipedrive, base-url: https://a.com,"
                                + " oauth: { client-id: i, client-secret: two geheim, refresh-token-file: f }",
                        "crm.oauth.client-secret does not hold a token: a token is one word of letters, digits and signs,"
                                + " without blanks or line breaks."),
                crm(
                        "type: pipedrive, base-url: https://a.com,"
                                + " oauth: { client-id: i, client-secret: geheim, refresh-token: geheim }",
                        "crm.oauth.refresh-token is not a key of crm.oauth. Known here: client-id, client-secret,"
                                + " refresh-token-file."),
                crm(
                        "type: rogerroger, base-url: https://a.com,"
                                + " oauth: { client-id: i, client-secret: geheim, refresh-token-file: f }",
                        "crm.oauth is not a key of a job of type rogerroger. Known here: type, base-url, token,"
                                + " token-file, timeout."),
                crm(
                        "type: wethod, base-url: https://a.com, company: acme,"
                                + " oauth: { client-id: i, client-secret: geheim, refresh-token-file: f }",
                        "crm.oauth is not a key of a job of type wethod. Known here: type, base-url, token, token-file,"
                                + " sweep-every, timeout, company, api-version."),
                crm(
                        "type: pipedrive, base-url: sandbox,"
                                + " oauth: { client-id: i, client-secret: geheim, refresh-token-file: f }",
                        "crm.oauth cannot be tried in the sandbox, which signs nobody in. Take it out: without a"
                                + " credential, the sandbox gives its own token."),
                crm(
                        "type: pipedrive, base-url: sandbox, owner-id: 1, filter-id: 2",
                        "Pipedrive ignores crm.owner-id where crm.filter-id is given. Remove one of them; a filter in"
                                + " Pipedrive can hold the owner as a condition."),
                crm(
                        "type: pipedrive-v1, base-url: sandbox, filter-id: 2",
                        "Pipedrive's collection of persons takes no filter. Write crm.reader: list beside"
                                + " crm.filter-id, or take the filter out."),
                crm(
                        "type: wethod, base-url: https://a.com, company: acme",
                        "A job needs one credential: crm.token (best as ${CRM_TOKEN}) or crm.token-file."
                                + " This one has none."),
                crm(
                        "type: pipedrive, base-url: sandbox, owner-id: me",
                        "crm.owner-id must be a whole number from 1 to 999,999,999, not \"me\"."),
                crm(
                        "type: pipedrive, base-url: sandbox, timeout: 120",
                        "crm.timeout must be a duration from 1s to 10m; the units are d, h, m, s and ms, not \"120\"."),
                crm(
                        "type: pipedrive-v1, base-url: sandbox, first-char: ab",
                        "crm.first-char must be a single letter, not \"ab\"."),
                crm(
                        "type: pipedrive-v1, base-url: sandbox, reader: all",
                        "crm.reader must be one of collection, list, not \"all\"."),
                crm(
                        "type: wethod, base-url: https://a.com, token: geheim",
                        "A job needs crm.company, the company's name in Wethod, such as acme of acme.wethod.com."),
                crm(
                        "type: wethod, base-url: https://a.com, token: geheim, company: acme, api-version: 1",
                        "crm.api-version must be a date such as 2024-06-15, not \"1\"."));
    }

    static Stream<Arguments> columns() {
        return Stream.of(
                crm("type: csv, columns: { id: id }", "A job needs crm.file, the CSV file to read."),
                crm(
                        "type: csv, file: p.csv",
                        "A job needs crm.columns, which says which column of the CSV file is what."),
                crm(
                        "type: csv, file: p.csv, columns: { name: n }",
                        "A job needs crm.columns.id, the column whose value is different in every row."),
                crm(
                        "type: csv, file: p.csv, columns: { id: id, email: e }",
                        "crm.columns.email is not a key of crm.columns. Did you mean emails?"),
                crm(
                        "type: csv, file: p.csv, columns: { id: id, custom.: e }",
                        "crm.columns.custom. is not a key of crm.columns. Known here: id, name, first-name, last-name,"
                                + " emails, phones, organisation, birth-date, street, postcode, city, country, job-title,"
                                + " custom.<key>."),
                crm(
                        "type: csv, file: p.csv, columns: { id: [a, b] }",
                        "crm.columns.id must be a single value, not a list or a section."),
                arguments(
                        "crm: { type: pipedrive-v1, base-url: sandbox }\nmatch: { fields: { custom.vat: unique } }",
                        2,
                        "match.fields.custom.vat cannot be compared: Pipedrive's collection of persons comes without"
                                + " custom fields. Write crm.reader: list, or crm.type: pipedrive, or take the field"
                                + " out."),
                arguments(
                        CSV + "match: { fields: { custom.stat: text } }",
                        2,
                        "match.fields.custom.stat is no column of this job. Add custom.stat to crm.columns."));
    }

    static Stream<Arguments> yaml() {
        return Stream.of(
                arguments("", 0, "is empty. A job needs at least crm.type."),
                arguments("# nothing yet", 0, "is empty. A job needs at least crm.type."),
                arguments("just words", 1, "a job file must be a list of keys with values."),
                arguments("- crm", 1, "a job file must be a list of keys with values."),
                arguments("? [crm]\n: x", 1, "A key is a single word, such as crm."),
                arguments("crm: a: b", 1, "this is not YAML: mapping values are not allowed here."),
                arguments(
                        "crm:\n\ttype: csv",
                        2,
                        "this is not YAML: found character '\\t(TAB)' that cannot start any token."
                                + " (Do not use \\t(TAB) for indentation)."),
                arguments("crm: \"a\u0000b\"", 0, "is not YAML. Only printable text may stand in it."));
    }

    @Test
    void namesAllMistakesInOneGoEachWithItsLine() throws IOException {
        Path file = write("""
                crm:
                  type: wethod
                  base-url: ftp://acme.com
                  token: two geheim
                  timeout: 1
                match:
                  review-threshold: high
                  fields: { birthplace: text, custom.vat: fuzzy }
                plan: { max-group: 1, delete: maybe }
                reprots: x
                """);

        assertThat(error(file).lines())
                .extracting(line -> line.replace(file.toString(), "").replaceFirst("(?s)(line [0-9]+: \\S+).*", "$1"))
                .containsExactly(
                        ", line 2: A",
                        ", line 3: crm.base-url",
                        ", line 4: crm.token",
                        ", line 5: crm.timeout",
                        ", line 7: match.review-threshold",
                        ", line 8: match.fields.birthplace",
                        ", line 8: match.fields.custom.vat",
                        ", line 9: plan.max-group",
                        ", line 9: plan.delete",
                        ", line 10: reprots");
    }

    @Test
    void namesTheOtherMistakesOfAJobWhoseTypeIsWrong() throws IOException {
        Path file = write("""
                crm:
                  type: salesforce
                  base-url: acme.pipedrive.com
                  token: two geheim
                  timeout: 5 years
                  owner-id: nobody
                  colour: red
                  columns: { identity: id }
                plan: { max-group: 1 }
                """);

        assertThat(error(file).lines())
                .extracting(line -> line.replace(file.toString(), "").replaceFirst("(?s)(line [0-9]+: \\S+).*", "$1"))
                .containsExactly(
                        ", line 2: crm.type",
                        ", line 3: crm.base-url",
                        ", line 4: crm.token",
                        ", line 5: crm.timeout",
                        ", line 6: crm.owner-id",
                        ", line 7: crm.colour",
                        ", line 8: crm.columns.identity",
                        ", line 9: plan.max-group");
    }

    @ParameterizedTest
    @ValueSource(strings = {"persons.csv", "acme", ".yml", "a b.yml", "-x.yml", "ä.yml"})
    void takesOnlyANameThatIsSafeForFoldersAndFiles(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), PIPEDRIVE);

        assertThat(error(file))
                .isEqualTo(file + ": a job is named after its file, so the name must end in .yml and hold only letters,"
                        + " digits, dots, dashes and underscores, at most 64 of them, such as acme.yml.");
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        Path file = folder.resolve("none.yml");

        assertThat(error(file)).isEqualTo(file + ": there is no such file. Copy one of those in jobs/ to begin with.");
    }

    @Test
    void saysThatAFolderIsNoJobFile() throws IOException {
        Path file = Files.createDirectory(folder.resolve("folder.yml"));

        assertThat(error(file)).isEqualTo(file + ": is a folder. Name the job file in it.");
    }

    @Test
    void saysThatAFileIsNotUtf8() throws IOException {
        Path file = Files.write(folder.resolve("latin.yml"), new byte[] {'#', (byte) 0xE4});

        assertThat(error(file)).isEqualTo(file + ": is not UTF-8 text. Save it as UTF-8.");
    }

    @Test
    void saysThatAFileIsTooLarge() throws IOException {
        Path file = Files.write(folder.resolve("large.yml"), new byte[(1 << 20) + 1]);

        assertThat(error(file)).isEqualTo(file + ": is larger than 1 MiB, so it is no job file.");
    }

    @ParameterizedTest
    @MethodSource({"values", "systems"})
    void neverShowsASecret(String yaml, int line, String sentence) throws IOException {
        assertThat(error(write(yaml))).doesNotContain("geheim");
    }

    @Test
    void neverShowsWhatAVariableStandsFor() throws IOException {
        Path file = write(PIPEDRIVE + "plan: { max-group: \"${SECRET}\" }");

        assertThat(error(file))
                .isEqualTo(
                        file + ", line 2: plan.max-group must be a whole number from 2 to 1,000, not what it is now.");
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("acme.yml"), yaml);
    }

    private static String error(Path file) {
        JobFileReader reader = new JobFileReader(Map.of("EMPTY", "", "SECRET", "geheim"));
        return catchThrowableOfType(JobFileException.class, () -> reader.read(file))
                .getMessage();
    }

    private static Arguments value(String section, String sentence) {
        return arguments(PIPEDRIVE + section, 2, sentence);
    }

    private static Arguments crm(String content, String sentence) {
        return arguments("crm: { " + content + " }", 1, sentence);
    }
}
