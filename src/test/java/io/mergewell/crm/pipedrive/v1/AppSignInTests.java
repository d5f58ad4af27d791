package io.mergewell.crm.pipedrive.v1;

import static io.mergewell.crm.Replies.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.crm.ReadScope;
import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.ScriptedServer;
import io.mergewell.crm.connect.CrmConnection;
import io.mergewell.crm.connect.WayOut;
import io.mergewell.crm.settings.ChosenOptions;
import io.mergewell.crm.settings.Credential;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;
import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.Reply;
import io.mergewell.person.PersonId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in as an app; what can happen on the way is in the tests of API v2, which signs in the same way. */
class AppSignInTests {

    @TempDir
    private Path folder;

    @Test
    void whoReadsAndWhoWritesShareOneAccessToken() throws IOException {
        Path file = Files.createFile(
                folder.resolve("refresh"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "refresh-1");
        try (ScriptedServer server = new ScriptedServer(
                json(200, "{\"access_token\":\"access-1\",\"expires_in\":3600}"),
                json(200, "{\"success\":true,\"data\":[],\"additional_data\":{\"next_cursor\":null}}"),
                json(200, "{\"success\":true,\"data\":{\"id\":123,\"merge_what_id\":456}}"))) {
            Endpoint endpoint = new Endpoint(server.url(), new Credential.OAuth("app-id", new Secret("s3cr3t"), file));
            CrmConnection connection = new PipedriveV1()
                    .connect(endpoint, ChosenOptions.NONE, Duration.ofSeconds(10), new RecordedWaits());

            connection.source().page(new ReadScope.Everything(), null);
            Reply reply = ((WayOut.Calls) connection.out())
                    .writer()
                    .merge(new Effect.Merge(new PersonId("456"), new PersonId("123")));

            assertThat(reply).isInstanceOf(Reply.Done.class);
            assertThat(server.requests()).hasSize(3).first().isEqualTo("/oauth/token");
            assertThat(server.heads().subList(1, 3))
                    .allSatisfy(head -> assertThat(head).containsIgnoringCase("\nauthorization: Bearer access-1\n"));
        }
    }
}
