// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.console.index.Index;
import io.breakwater.console.index.Place;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Records;
import io.breakwater.console.index.Records.Exposure;
import io.breakwater.console.index.Sequence;
import io.breakwater.console.index.StreamRecord;
import io.breakwater.console.index.sql.SqlIndex;
import io.breakwater.console.web.access.Access;
import io.breakwater.console.web.access.AuditLog;
import io.breakwater.console.web.feeds.MeasuredIndex;
import io.breakwater.console.web.feeds.Progress;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.Suppressions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of a server that answers from an index, which is empty when it begins. */
public abstract class ConsoleCase {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SHARD = "shardId-000000000000";

  @TempDir protected Path directory;

  protected final TestClock clock = new TestClock(Records.START.plus(Duration.ofDays(1)));
  protected final Progress progress = new Progress(clock);
  protected final ByteArrayOutputStream audit = new ByteArrayOutputStream();
  protected final HttpClient client = HttpClient.newHttpClient();
  protected Index index;
  protected ConsoleServer server;
  private long next = 1;

  @BeforeEach
  void given_a_server() throws Exception {
    index = new MeasuredIndex(SqlIndex.inFile(directory.resolve("index.db")), progress);
    server =
        ConsoleServer.start(
            new ServerSettings("127.0.0.1", 0, Access.of(wanted()), AuditLog.to(audit, clock)),
            sources(),
            clock);
  }

  /** Who may ask. */
  protected Access.Wanted wanted() throws Exception {
    return Access.Wanted.local("127.0.0.1");
  }

  protected ConsoleServer.Sources sources() {
    return new ConsoleServer.Sources(
        "1.2.3",
        index,
        new Rulebook(Catalogue.builtIn(), "as it ships", Suppressions.NONE),
        progress,
        new FixedSize(),
        outlets());
  }

  /** Where goes what people do. */
  protected Outlets outlets() {
    return Outlets.NONE;
  }

  private static final class FixedSize implements StoreSize {
    @Override
    public String kind() {
      return "sqlite";
    }

    @Override
    public Long bytes() {
      return 4096L;
    }
  }

  @AfterEach
  void close() {
    server.close();
    index.close();
  }

  /** Each in its order behind the last. */
  protected void take(Exposure... exposures) {
    var json = Arrays.stream(exposures).map(Exposure::json).toArray(ObjectNode[]::new);
    take(RecordStream.EXPOSURES, json);
  }

  protected void take(RecordStream stream, ObjectNode... records) {
    var batch = new ArrayList<StreamRecord>();
    for (var json : records) {
      var place = new Place(stream, SHARD, Sequence.of(next++));
      batch.add(StreamRecord.of(place, json.toString()));
    }
    index.apply(batch);
  }

  protected HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path))
        .timeout(Duration.ofSeconds(30));
  }

  protected HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  protected HttpResponse<String> get(String path) {
    return send(request(path));
  }

  /** What is answered with 200. */
  protected JsonNode json(String path) {
    var response = get(path);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
    }
    return read(response.body());
  }

  /** The error that is answered, under its status. */
  protected JsonNode error(int status, HttpResponse<String> response) {
    if (response.statusCode() != status) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return read(response.body()).path("error");
  }

  protected HttpRequest.Builder post(String path, String body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  protected static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(json, e);
    }
  }

  protected static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What the audit log has by now. */
  protected List<JsonNode> audited() {
    return audit.toString(StandardCharsets.UTF_8).lines().map(ConsoleCase::read).toList();
  }

  protected static List<String> texts(JsonNode array, String field) {
    var texts = new ArrayList<String>();
    array.forEach(one -> texts.add(one.path(field).asText()));
    return texts;
  }
}
