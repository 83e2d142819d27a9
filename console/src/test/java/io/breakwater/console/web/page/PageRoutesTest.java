// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.console.web.ConsoleCase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageRoutesTest extends ConsoleCase {
  private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

  /** A file whose name has a digest of it. */
  private String script() {
    var index = SCRIPT.matcher(get("/").body());
    assertThat(index.find()).isTrue();
    return index.group(1);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/exposures", "/exposures/some-uid", "/api2", "/no/such/page"})
  void an_address_within_the_page_shows_it(String path) {
    var page = get(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(page.body()).contains("<title>Breakwater</title>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/no-such-file.js",
        "/assets/app-00000000.js",
        "/assets/../index.html",
        "/assets/..%2findex.html",
        "/favicon.ico",
        "/.git",
        "/index.html.",
        "/index.html%00.js",
        "/INDEX.HTML"
      })
  void a_file_that_is_not_there_is_not_the_page(String path) {
    assertThat(get(path).statusCode()).isIn(400, 404);
  }

  @Test
  void what_never_changes_is_kept_for_ever_and_the_rest_is_asked_for_again() {
    assertThat(header(get(script()), "Cache-Control"))
        .isEqualTo("public, max-age=31536000, immutable");
    assertThat(header(get("/"), "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(get("/attack-path.js"), "Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void what_the_browser_has_is_not_sent_again() {
    var tag = header(get("/"), "ETag");
    assertThat(tag).matches("\"[0-9a-f]{24}\"");

    for (var held : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
      var answer = send(request("/").header("If-None-Match", held));
      assertThat(answer.statusCode()).as(held).isEqualTo(304);
      assertThat(answer.body()).isEmpty();
      assertThat(header(answer, "ETag")).isEqualTo(tag);
      assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    }
    assertThat(send(request("/").header("If-None-Match", "\"other\"")).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "gzip, deflate, br", "br;q=1.0, gzip;q=0.8", "gzip;q=1.0"})
  void who_takes_it_gets_it_compressed(String accepted) throws Exception {
    var path = script();
    var plain = get(path);

    var zipped =
        client.send(
            request(path).header("Accept-Encoding", accepted).build(), BodyHandlers.ofByteArray());

    assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(zipped, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(zipped.body().length).isLessThan(plain.body().length());
    assertThat(unzipped(zipped.body())).isEqualTo(plain.body());
  }

  private static String unzipped(byte[] zipped) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip;q=0", "gzip;q=0.0", "br, gzip; q=0", "x-gzip"})
  void who_does_not_gets_it_as_it_is(String accepted) {
    var answer = send(request(script()).header("Accept-Encoding", accepted));

    assertThat(header(answer, "Content-Encoding")).isEmpty();
    assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(answer.body()).isEqualTo(get(script()).body());
  }

  @Test
  void a_part_is_not_given_but_the_whole() {
    var whole = get("/");

    var answer = send(request("/").header("Range", "bytes=0-9"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(whole.body());
    assertThat(header(answer, "Accept-Ranges")).isIn("", "none");
  }

  @Test
  void head_tells_what_get_would_without_it() {
    var path = script();
    var get = get(path);

    var head = send(request(path).method("HEAD", BodyPublishers.noBody()));

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (var name : new String[] {"Content-Type", "ETag", "Cache-Control", "Vary"}) {
      assertThat(header(head, name)).as(name).isEqualTo(header(get, name)).isNotEmpty();
    }
    assertThat(head("/no-such-file.js")).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/exposures", "/api/stream", "/api/exposures/export", "/api/nothing"})
  void the_api_has_no_head(String path) {
    assertThat(head(path)).isEqualTo(405);
  }

  private int head(String path) {
    return send(request(path).method("HEAD", BodyPublishers.noBody())).statusCode();
  }

  @Test
  void licences_of_what_is_in_the_page_are_text() {
    assertThat(header(get("/licences.txt"), "Content-Type")).isEqualTo("text/plain;charset=utf-8");
  }
}
