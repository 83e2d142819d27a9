// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.console.page.Chromium;
import io.breakwater.console.page.Program;
import io.breakwater.demo.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody goes through the console in a browser, every page and every action, while {@code local}
 * runs. The way is in TypeScript, in {@code console/web/test/walk}; without a browser it is
 * skipped, but not in CI.
 */
final class ConsoleWalkTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path WEB = Path.of("..", "console", "web");
  private static final int EXPOSURES = 40;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void every_page_and_action_does_what_it_says(@TempDir Path directory) throws Exception {
    var browser = Chromium.orAbort();
    int port = ServerProcess.freePort();
    var address = "http://127.0.0.1:" + port;
    try (var local = local(port, directory.resolve("local.log"))) {
      local.await("the console to have something to show", () -> hasSomethingOfAll(address));

      var ended =
          Program.of("npm", "run", "--silent", "test:walk")
              .in(WEB)
              .with("BREAKWATER_CONSOLE", address)
              .with("BREAKWATER_CHROMIUM", browser.toString())
              .with(
                  "BREAKWATER_SCREENSHOTS",
                  Path.of("target", "screenshots").toAbsolutePath().toString())
              .run();

      assertThat(ended.exit()).as(ended.output()).isZero();
      assertThat(ended.output()).containsPattern("# pass [1-9]").contains("# skipped 0");
    }
  }

  private static ServerProcess local(int port, Path log) throws IOException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Dbreakwater.root=" + Path.of("..").toAbsolutePath().normalize(),
            "-cp",
            System.getProperty("java.class.path"),
            Breakwater.class.getName(),
            "local",
            "--plain",
            "--rate=30",
            "--port=" + port);
    return ServerProcess.start("local", new ProcessBuilder(command), log);
  }

  private boolean hasSomethingOfAll(String address) {
    try {
      return ask(address + "/api/exposures?limit=1").path("total").asInt() >= EXPOSURES
          && ask(address + "/api/certificates?state=either").path("rows").size() > 0
          && ask(address + "/api/letters").path("letters").size() > 0
          && ask(address + "/api/exposures?limit=500").path("rows").findValues("ticket").stream()
              .anyMatch(ticket -> !ticket.isNull());
    } catch (IOException e) {
      return false;
    }
  }

  private JsonNode ask(String address) throws IOException {
    try {
      var answer =
          http.send(
              HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
      return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.nullNode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
