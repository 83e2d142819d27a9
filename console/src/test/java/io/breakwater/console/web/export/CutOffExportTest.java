// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.console.index.Index;
import io.breakwater.console.index.IndexException;
import io.breakwater.console.index.Reader;
import io.breakwater.console.index.Records;
import io.breakwater.console.index.Records.Exposure;
import io.breakwater.console.web.ConsoleCase;
import io.breakwater.console.web.ConsoleServer;
import io.breakwater.console.web.RawHttp;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An export that does not come to its end must not look as if it had. */
@Timeout(120)
final class CutOffExportTest extends ConsoleCase {
  private static final int MANY = 1_203;
  private static final String EXPORT = "/api/exposures/export?format=";

  /** What reading a page behind the first fails with; null for nothing. */
  private volatile RuntimeException failure;

  @Override
  protected ConsoleServer.Sources sources() {
    var usual = super.sources();
    return new ConsoleServer.Sources(
        usual.version(),
        breakingIndex(),
        usual.rulebook(),
        usual.progress(),
        usual.store(),
        usual.outlets());
  }

  private Index breakingIndex() {
    return standIn(
        Index.class,
        index,
        (method, arguments, usual) ->
            switch (method) {
              case "reader" -> breakingReader();
              case "close" -> null; // The test closes the one behind it.
              default -> usual.call();
            });
  }

  private Reader breakingReader() {
    return standIn(
        Reader.class,
        index.reader(),
        (method, arguments, usual) -> {
          if (method.equals("page") && !arguments[1].equals(Optional.empty()) && failure != null) {
            throw failure;
          }
          return usual.call();
        });
  }

  /** What is answered to a call. */
  private interface Answer {
    Object to(String method, Object[] arguments, Callable<Object> usual) throws Exception;
  }

  private static <T> T standIn(Class<T> type, T behind, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return answer.to(
                    method.getName(), arguments, () -> method.invoke(behind, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private void takeMany() {
    take(IntStream.range(0, MANY).mapToObj(Records::exposure).toArray(Exposure[]::new));
  }

  @ParameterizedTest
  @CsvSource({"csv, identity", "csv, gzip", "ocsf, identity", "ocsf, gzip"})
  void who_asked_for_it_sees_that_the_store_has_failed_midway(String format, String encoding) {
    takeMany();
    failure = new IndexException("the store is gone");

    assertCutOff(format, encoding);
  }

  @ParameterizedTest
  @CsvSource({"csv, identity", "csv, gzip", "ocsf, identity", "ocsf, gzip"})
  void and_that_the_server_has(String format, String encoding) {
    takeMany();
    failure = new IllegalStateException("nobody has foreseen this");

    assertCutOff(format, encoding);
  }

  private void assertCutOff(String format, String encoding) {
    var asking = request(EXPORT + format).header("Accept-Encoding", encoding).build();

    assertThatThrownBy(() -> client.send(asking, BodyHandlers.ofByteArray()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void nothing_is_put_behind_what_was_sent() throws IOException {
    takeMany();
    failure = new IllegalStateException("nobody has foreseen this");

    var sent =
        new RawHttp(server.port())
            .exchange("GET " + EXPORT + "csv HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n");

    assertThat(sent).startsWith("HTTP/1.1 200 ").contains("\nexposure-0000");
    assertThat(sent).doesNotContain("\"error\"", "\r\n0\r\n\r\n");
  }

  /** There is room for two at once only. */
  @Test
  void who_goes_away_midway_makes_room() throws IOException {
    takeMany();
    var raw = new RawHttp(server.port());
    for (int i = 0; i < 5; i++) {
      try (var socket = raw.connect()) {
        raw.send(socket, "GET " + EXPORT + "ocsf HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n");
        assertThat(socket.getInputStream().readNBytes(1_000)).hasSize(1_000);
        socket.setSoLinger(true, 0);
      }
      awaitRoom();
    }
  }

  private void awaitRoom() {
    int status;
    do {
      status = get(EXPORT + "csv").statusCode();
    } while (status == 429);
    assertThat(status).isEqualTo(200);
  }
}
