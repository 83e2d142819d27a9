// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.demo.server.ServerProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The console of {@code local}, while its job runs. */
@Timeout(180)
final class LocalConsoleTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path directory;
  private final HttpClient http = HttpClient.newHttpClient();
  private final StringWriter out = new StringWriter();
  private String address;
  private Thread local;

  @BeforeEach
  void given_that_it_runs() throws IOException {
    int port = ServerProcess.freePort();
    address = "http://127.0.0.1:" + port;
    var command = new CommandLine(new Local()).setOut(new PrintWriter(out, true));
    local =
        new Thread(
            () ->
                command.execute(
                    "--rate=200",
                    "--no-tickets",
                    "--port=" + port,
                    "--output=" + directory.resolve("result")));
    local.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    local.interrupt();
    local.join();
  }

  @Test
  void sends_letters_again_and_writes_down_who_asked_for_it() throws Exception {
    var letter = firstLetter();
    var about = get("/api/about");
    assertThat(about.path("redrive").asBoolean()).isTrue();

    var answer =
        post(
            "/api/letters/redrive",
            "{\"letters\":[{\"stream\":\"dead-letters\",\"id\":\"%s\"}]}"
                .formatted(letter.path("id").asText()),
            about.path("csrf").asText());

    assertThat(answer.path("sent").asInt()).isZero();
    assertThat(answer.at("/refused/0/why").asText()).contains("a dead letter again");
    var audit = directory.resolve("result").resolve("audit.ndjson");
    assertThat(Files.readAllLines(audit)).hasSize(1);
    assertThat(JSON.readTree(Files.readString(audit)).path("asked").asText())
        .isEqualTo("POST /api/letters/redrive");
    assertThat(out.toString()).contains("Who does what there is written to " + audit);
  }

  /** Once there is one: the organisation of the demo has some records that nobody can read. */
  private JsonNode firstLetter() throws Exception {
    while (true) {
      var letters = get("/api/letters?stream=dead-letters").path("letters");
      if (letters.size() > 0) {
        return letters.get(0);
      }
      // Not as often as it can: the server has a limit.
      Thread.sleep(100);
    }
  }

  /** Nothing while nobody listens. */
  private JsonNode get(String path) throws Exception {
    try {
      return send(HttpRequest.newBuilder(URI.create(address + path)));
    } catch (ConnectException e) {
      return JSON.createObjectNode();
    }
  }

  private JsonNode post(String path, String body, String csrf) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("X-CSRF-Token", csrf)
            .POST(BodyPublishers.ofString(body)));
  }

  private JsonNode send(HttpRequest.Builder request) throws Exception {
    var answer = http.send(request.build(), BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }
}
