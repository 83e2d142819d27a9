// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.breakwater.core.time.TimeRange;
import io.breakwater.history.HistoryException;
import io.breakwater.history.Transfer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** What S3 answers and S3Mock does not: the forms are those of the documentation of its API. */
final class RefusedObjectsTest {
  private static final String LISTING =
      """
      <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
        <Name>events</Name><IsTruncated>false</IsTruncated>
        <Contents><Key>a</Key><Size>10</Size><StorageClass>%s</StorageClass>%s</Contents>
      </ListBucketResult>
      """;
  private static final String RESTORED =
      """
      <RestoreStatus><IsRestoreInProgress>false</IsRestoreInProgress>
      <RestoreExpiryDate>2026-12-27T00:00:00.000Z</RestoreExpiryDate></RestoreStatus>
      """;

  @TempDir private Path directory;
  private HttpServer server;
  private S3Client client;
  private S3History history;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    client = S3Server.clientOf(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    history = new S3History(client, S3Location.parse("s3://events"), Duration.ZERO);
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  @Test
  void a_listing_that_is_not_allowed_says_which_right_is_missing() {
    answerAll(403, error("AccessDenied", "Access Denied"));

    assertThatThrownBy(this::bring)
        .isInstanceOf(HistoryException.class)
        .hasMessageStartingWith("cannot list s3://events/: Access Denied")
        .hasMessageContaining("allow s3:ListBucket");
  }

  @Test
  void an_object_that_is_not_allowed_says_which_right_is_missing() {
    list("STANDARD", "");
    answer("/events/a", 403, error("AccessDenied", "Access Denied"));

    assertThatThrownBy(this::bring)
        .isInstanceOf(HistoryException.class)
        .hasMessageStartingWith("cannot read s3://events/a: Access Denied")
        .hasMessageContaining("allow s3:GetObject");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void a_key_of_kms_that_cannot_be_used_is_named_as_the_reason() {
    list("STANDARD", "");
    answer("/events/a", 400, error("KMS.DisabledException", "the key is disabled"));

    assertThatThrownBy(this::bring)
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("allow kms:Decrypt");
  }

  @Test
  void a_bucket_of_another_region_is_said() {
    answerAll(301, error("PermanentRedirect", "must be addressed using the specified endpoint"));

    assertThatThrownBy(this::bring)
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("the bucket lies in another region");
  }

  @Test
  void an_archive_tier_is_found_out_by_asking() throws Exception {
    list("INTELLIGENT_TIERING", "");
    answer("/events/a", 403, error("InvalidObjectState", "The operation is not valid"));

    assertThat(bring()).isEmpty();
    assertThat(history.archived()).containsExactly("s3://events/a");
  }

  @Test
  void what_was_restored_from_glacier_is_brought() throws Exception {
    list("GLACIER", RESTORED);
    answer("/events/a", 200, "0123456789");

    assertThat(bring()).containsExactly(directory.resolve("a"));
    assertThat(history.archived()).isEmpty();
  }

  @Test
  void an_object_that_breaks_off_in_the_middle_is_read_again() throws Exception {
    list("STANDARD", "");
    var times = new AtomicInteger();
    server.createContext(
        "/events/a",
        exchange -> {
          if (times.incrementAndGet() == 1) {
            breakOff(exchange);
          } else {
            send(exchange, 200, "0123456789");
          }
        });

    assertThat(bring()).hasSize(1);
    assertThat(directory.resolve("a")).hasContent("0123456789");
    assertThat(times).hasValue(2);
  }

  @Test
  void an_object_that_always_breaks_off_fails_and_leaves_no_file() {
    list("STANDARD", "");
    server.createContext("/events/a", RefusedObjectsTest::breakOff);

    assertThatThrownBy(this::bring)
        .isInstanceOf(HistoryException.class)
        .hasMessageStartingWith("cannot read s3://events/a: ")
        .hasMessageEndingWith("run it again to go on");
    assertThat(directory.resolve("a")).doesNotExist();
  }

  private List<Path> bring() throws IOException, InterruptedException {
    return history.bring(TimeRange.ALWAYS, directory, Transfer.unlimited(Transfer.Listener.NONE));
  }

  private void list(String storage, String more) {
    answerAll(200, LISTING.formatted(storage, more));
  }

  private void answerAll(int status, String body) {
    answer("/", status, body);
  }

  private void answer(String path, int status, String body) {
    server.createContext(path, exchange -> send(exchange, status, body));
  }

  private static String error(String code, String message) {
    return "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>";
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static void breakOff(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 10);
    exchange.getResponseBody().write("01234".getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
    exchange.close();
  }
}
