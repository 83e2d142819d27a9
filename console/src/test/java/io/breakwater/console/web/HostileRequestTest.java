// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web;

import static io.breakwater.console.index.Records.exposure;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.console.index.Records.Exposure;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** What somebody sends who wants to get in, to get more than they may, or to bring it down. */
@Timeout(120)
final class HostileRequestTest extends ConsoleCase {
  private static final String HOST = "Host: 127.0.0.1:PORT\r\n";
  private static final String CLOSE = "Connection: close\r\n";
  private static final String SECOND = "GET /api/about HTTP/1.1\r\n" + HOST + CLOSE + "\r\n";

  private RawHttp raw() {
    return new RawHttp(server.port());
  }

  private int get(String path, String headers) throws IOException {
    return raw().status("GET " + path + " HTTP/1.1\r\n" + headers + CLOSE + "\r\n");
  }

  @Override
  protected Outlets outlets() {
    return new Outlets(Optional.empty(), Optional.of(record -> {}));
  }

  /** Each for itself, against one server. */
  private static Stream<DynamicTest> each(ThrowingConsumer<String> check, String... attempts) {
    return DynamicTest.stream(Stream.of(attempts), attempt -> "'" + attempt.strip() + "'", check);
  }

  /** The server is still there, and as it was. */
  private void assertUnharmed() {
    assertThat(json("/api/about").path("version").asText()).isEqualTo("1.2.3");
  }

  @TestFactory
  Stream<DynamicTest> odd_names_of_the_server_lead_nowhere() {
    return each(
        headers -> {
          assertThat(get("/api/about", headers)).isIn(400, 403);
        },
        "",
        "Host:\r\n",
        "Host: \r\n",
        "Host: 127.0.0.1:PORT\r\nHost: evil.example\r\n",
        "Host: evil.example\r\nHost: 127.0.0.1:PORT\r\n",
        "Host: 127.0.0.1:PORT, evil.example\r\n",
        "Host: 127.0.0.1:PORT/\r\n",
        "Host: 127.0.0.1:PORT#evil.example\r\n",
        "Host: evil.example#127.0.0.1:PORT\r\n",
        "Host: evil@127.0.0.1:PORT\r\n",
        "Host: 127.0.0.1:0PORT\r\n",
        "Host: 127.0.0.1:-1\r\n",
        "Host: 127.0.0.1:99999999999\r\n",
        "Host: [::1\r\n",
        "Host: [::ffff:10.0.0.1]:PORT\r\n",
        "Host: localhost.:PORT\r\n",
        "Host: 2130706433:PORT\r\n",
        "Host: 0x7f.1:PORT\r\n",
        "Host : 127.0.0.1:PORT\r\n",
        "Host: 127.0.0.1:PORT\r\n : folded\r\n",
        "X-Forwarded-Host: 127.0.0.1:PORT\r\nHost: evil.example\r\n");
  }

  @TestFactory
  Stream<DynamicTest> a_target_elsewhere_is_not_asked_for() {
    return each(
        request -> {
          var answer = raw().exchange(request + CLOSE + "\r\n");

          assertThat(answer).doesNotContain("\"csrf\"");
        },
        "GET http://evil.example/api/about HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n",
        "GET http://127.0.0.1:PORT/api/about HTTP/1.1\r\nHost: evil.example\r\n",
        "GET /api/about HTTP/1.0\r\n",
        "GET //evil.example/api/about HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n");
  }

  @TestFactory
  Stream<DynamicTest> it_is_no_way_to_elsewhere() {
    return each(
        target ->
            assertThat(raw().status("CONNECT " + target + CLOSE + "\r\n"))
                .isGreaterThanOrEqualTo(400),
        "evil.example:443 HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n",
        "127.0.0.1:22 HTTP/1.1\r\nHost: 127.0.0.1:22\r\n",
        "127.0.0.1:PORT HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n");
  }

  @TestFactory
  Stream<DynamicTest> odd_origins_are_other_origins() {
    return each(
        origin -> {
          assertThat(get("/api/about", HOST + "Origin: " + origin + "\r\n")).isEqualTo(403);
        },
        "http://user@127.0.0.1:PORT",
        "http://127.0.0.1:PORT.evil.example",
        "http://evil.example#127.0.0.1:PORT",
        "http://evil.example/127.0.0.1:PORT",
        "http://127.0.0.1:1",
        "//127.0.0.1:1",
        "127.0.0.1:PORT",
        "file://",
        "http://",
        "http:// 127.0.0.1:PORT",
        "http://[::1",
        "");
  }

  @TestFactory
  Stream<DynamicTest> other_methods_do_nothing() {
    return each(
        method -> {
          var answer =
              raw()
                  .exchange(
                      method
                          + " /api/about HTTP/1.1\r\n"
                          + HOST
                          + "Origin: http://127.0.0.1:PORT\r\nAccess-Control-Request-Method: POST\r\n"
                          + "X-Echo: to-be-reflected\r\n"
                          + CLOSE
                          + "\r\n");

          assertThat(answer)
              .containsPattern("^HTTP/1.1 (400|403|404|405|501) ")
              .doesNotContain("to-be-reflected", "\"csrf\"")
              .doesNotContainIgnoringCase("access-control-allow");
        },
        "TRACE",
        "PROPFIND",
        "get",
        "FOO",
        "OPTIONS");
  }

  /** The guard would take it for one that only looks, and the routes for one that changes. */
  @TestFactory
  Stream<DynamicTest> a_method_is_not_another() {
    return each(
        method -> {
          var other = HOST + "X-HTTP-Method-Override: " + method + "\r\n";

          assertThat(get("/api/actions", other)).isEqualTo(400);
          assertThat(get("/api/about?_method=POST", HOST + "X-Method-Override: POST\r\n"))
              .isEqualTo(200);
        },
        "POST",
        "DELETE",
        "GET",
        "post",
        "");
  }

  /** A request within another, which a proxy before the server would not see. */
  @TestFactory
  Stream<DynamicTest> where_a_request_ends_is_no_matter_of_opinion() {
    return each(
        rest -> {
          var answer = raw().exchange("POST /api/actions HTTP/1.1\r\n" + HOST + rest + SECOND);

          assertThat(answer).doesNotContain("\"csrf\"");
          assertThat(RawHttp.answers(answer)).isLessThanOrEqualTo(1);
        },
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
        "Content-Length: 0\r\nContent-Length: 5\r\n\r\n",
        "Content-Length: 0, 5\r\n\r\n",
        "Content-Length: +0\r\n\r\n",
        "Content-Length: -1\r\n\r\n",
        "Content-Length : 0\r\n\r\n",
        "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        "X: y\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n");
  }

  @Test
  void a_request_in_the_body_of_another_is_none() throws IOException {
    var within = SECOND.replace("PORT", Integer.toString(server.port()));

    var answer =
        raw()
            .exchange(
                "GET /api/fields HTTP/1.1\r\n"
                    + HOST
                    + CLOSE
                    + "Content-Length: "
                    + within.length()
                    + "\r\n\r\n"
                    + within);

    assertThat(RawHttp.answers(answer)).isEqualTo(1);
    assertThat(answer).doesNotContain("\"csrf\"");
  }

  @TestFactory
  Stream<DynamicTest> what_is_asked_for_does_not_become_a_header() {
    return each(
        line -> {
          var answer = raw().exchange(line + HOST + CLOSE + "\r\n");

          assertThat(answer.split("\r\n\r\n", 2)[0]).doesNotContainIgnoringCase("\r\nset-cookie");
        },
        "GET /api/exposures/detail?uid=x%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\n",
        "GET /api/x%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\n",
        "GET /x%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\n",
        "GET /api/exposures/export?format=csv%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\n");
  }

  @Test
  void headers_have_an_end() throws IOException {
    assertThat(get("/api/about", HOST + "X-Long: " + "x".repeat(100_000) + "\r\n")).isEqualTo(431);
    var many =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "X-" + i + ": y\r\n")
            .collect(Collectors.joining());
    assertThat(get("/api/about", HOST + many)).isEqualTo(431);
    assertUnharmed();
  }

  @Test
  void bodies_have_an_end_however_they_come() throws IOException {
    var csrf = "X-CSRF-Token: " + json("/api/about").path("csrf").asText() + "\r\n";
    var start =
        "POST /api/letters/redrive HTTP/1.1\r\n"
            + HOST
            + csrf
            + CLOSE
            + "Content-Type: application/json\r\n";
    var large = "[" + " ".repeat(300_000) + "]";

    var chunk = Integer.toHexString(large.length()) + "\r\n" + large + "\r\n0\r\n\r\n";

    assertThat(raw().status(start + "Content-Length: " + large.length() + "\r\n\r\n" + large))
        .isEqualTo(413);
    assertThat(raw().status(start + "Transfer-Encoding: chunked\r\n\r\n" + chunk)).isEqualTo(413);
    assertThat(raw().status(start + "Content-Length: 1000\r\n\r\n" + deep(500))).isEqualTo(400);
    assertUnharmed();
  }

  private static String deep(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  @Test
  void parameters_come_once_and_have_an_end() {
    take(exposure(1));

    error(400, get("/api/exposures?q=" + "x".repeat(5_000)));
    error(400, get("/api/exposures?q=" + "x+".repeat(1_000)));
    error(400, get("/api/exposures?after=" + "x".repeat(5_000)));
    var many = "&limit=1".repeat(5_000);
    assertThat(get("/api/exposures?limit=1" + many).statusCode()).isIn(200, 400);
    assertUnharmed();
  }

  @Test
  void a_filter_is_so_deep_and_so_large_at_most() {
    var deep = "{\"all\":[".repeat(900) + "]}".repeat(900);
    var deeper = "[".repeat(20_000);
    var wide =
        IntStream.range(0, 101)
            .mapToObj(
                i -> "{\"field\":\"severity\",\"operator\":\"equals\",\"value\":\"" + i + "\"}")
            .collect(Collectors.joining(",", "{\"any\":[", "]}"));
    var full = "{\"any\":[" + "{\"all\":[]},".repeat(1_500) + "{\"all\":[]}]}";

    for (var filter : new String[] {deep, deeper, wide}) {
      assertThat(error(400, get("/api/exposures?filter=" + encoded(filter))).path("code").asText())
          .isEqualTo("bad-filter");
    }
    assertThat(get("/api/exposures?filter=" + encoded(full)).statusCode()).isIn(200, 400, 414);
    assertUnharmed();
  }

  @TestFactory
  Stream<DynamicTest> what_matches_all_in_the_language_of_the_store_matches_itself_only() {
    take(exposure(1).title("Potential harm").resource("AWS::S3::Bucket", "logs"));
    return each(
        text -> {
          var condition = "{\"field\":\"%s\",\"operator\":\"%s\",\"value\":\"%s\"}";
          var value = text.replace("\\", "\\\\").replace("\"", "\\\"");

          for (var field : new String[] {"finding_info.title", "resources.name", "resources.uid"}) {
            for (var operator : new String[] {"contains", "prefix", "equals"}) {
              var filter = encoded(condition.formatted(field, operator, value));
              assertThat(json("/api/exposures?filter=" + filter).path("rows"))
                  .as(field + " " + operator)
                  .isEmpty();
            }
          }
          assertThat(json("/api/resources?q=" + encoded(text)).path("rows").size()).isIn(0, 1);
          json("/api/exposures?q=" + encoded(text));
          json("/api/certificates?q=" + encoded(text));
        },
        "%",
        "_",
        "%%%",
        "a%",
        "!",
        "!%",
        "\\",
        "'",
        "' OR '1'='1",
        "*",
        "\"*\"");
  }

  /** Marks by which full-text searches are told what to do. */
  @TestFactory
  Stream<DynamicTest> searches_have_no_language() {
    take(exposure(1).title("Potential harm"));
    return each(
        words -> {
          assertThat(json("/api/exposures?q=" + encoded(words)).path("rows").size()).isIn(0, 1);
          assertThat(json("/api/exposures?q=" + encoded(words + " nowhere")).path("rows"))
              .isEmpty();
        },
        "\"",
        "\"\"",
        "*",
        "harm*",
        "^harm",
        "harm OR x",
        "NEAR(harm x)",
        "title:harm",
        "-harm",
        "(",
        "harm AND",
        "{title}:harm",
        "a & !b",
        "harm:*",
        "<->",
        "'");
  }

  @TestFactory
  Stream<DynamicTest> a_cursor_that_is_forged_gets_no_more_than_a_page() {
    take(exposure(1), exposure(2));
    return each(
        forged -> {
          var cursor = Base64.getUrlEncoder().encodeToString(forged.getBytes(UTF_8));

          for (var path : new String[] {"/api/exposures", "/api/certificates", "/api/resources"}) {
            var answer = super.get(path + "?limit=1&after=" + cursor);
            assertThat(answer.statusCode()).as(path).isIn(200, 400);
            assertThat(read(answer.body()).path("rows").size()).isLessThanOrEqualTo(1);
          }
        },
        "0|0|x",
        "9223372036854775807|9223372036854775807|x",
        "-9223372036854775808|-9223372036854775808|' OR 1=1 --",
        "4294967297|1|x",
        "0|1|",
        "0|1|%00",
        "0|1|\uD800",
        "1e9|1|x",
        "9223372036854775808|1|x",
        "||");
  }

  @TestFactory
  Stream<DynamicTest> no_way_of_writing_an_address_is_past_the_guard() {
    take(exposure(1));
    return each(
        path -> {
          // Without a name that the server goes by nothing is answered, whatever the address.
          var answer =
              raw()
                  .exchange("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\n" + CLOSE + "\r\n");
          var here = raw().exchange("GET " + path + " HTTP/1.1\r\n" + HOST + CLOSE + "\r\n");

          assertThat(answer).containsPattern("^HTTP/1.1 (400|403|404) ").doesNotContain("\"rows\"");
          assertThat(here.toLowerCase(Locale.ROOT)).doesNotContain("root:");
          if (here.contains("\"rows\"")) {
            assertThat(here)
                .as("as any answer about exposures")
                .contains("Cache-Control: no-store");
          }
        },
        "/api;x=y/exposures",
        "/api/exposures;x=y",
        "/x/..;/api/exposures",
        "/api/./exposures",
        "/api/x/../exposures",
        "/./api/exposures",
        "/\\api\\exposures",
        "/api%2fexposures",
        "/api/exposures%00",
        "/api/exposures%20",
        "/api/exposures/",
        "/assets/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/assets/..%5c..%5c..%5cetc%5cpasswd",
        "/..%c0%af..%c0%afetc/passwd",
        "/file:/etc/passwd",
        "/%2fetc%2fpasswd",
        "/etc/passwd");
  }

  @Test
  void what_is_no_http_harms_nobody() throws IOException {
    for (var junk :
        new String[] {
          "\u0016\u0003\u0001\u0002\u0000\u0001",
          "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
          "GET / HTTP/9.9\r\n\r\n",
          "GET /\r\n\r\n",
          "\r\n\r\n\r\n\r\nx\r\n\r\n",
          "\u0000".repeat(1_000)
        }) {
      assertThat(raw().exchange(junk)).doesNotContain("\"csrf\"", "<title>Breakwater");
    }
    assertUnharmed();
  }

  @Test
  void uids_of_others_are_just_not_there() {
    take(exposure(1));

    for (var uid : new String[] {"%25", "_", Exposure.uid(1) + "' --", "../1", "%F0%9F%92%A9"}) {
      error(404, get("/api/exposures/detail?uid=" + encoded(uid)));
    }
  }
}
