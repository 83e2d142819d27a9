// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The REST interface of a JobManager. */
final class FlinkRest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Set<String> ENDED = Set.of("CANCELED", "FAILED", "FINISHED");

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  FlinkRest(int port) {
    this.port = port;
  }

  JsonNode get(String path) throws IOException {
    return send(request(path).GET().build());
  }

  /** How the jobs and their tasks stand, for whoever has waited in vain. */
  String overview() {
    try {
      return get("/jobs/overview") + "\n" + get("/overview");
    } catch (IOException e) {
      return "the JobManager does not answer: " + e.getMessage();
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
  }

  private JsonNode send(HttpRequest request) throws IOException {
    try {
      var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() / 100 != 2) {
        throw new IOException(request.uri() + " answered " + response.statusCode());
      }
      return JSON.readTree(response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while " + request.uri() + " was to answer");
    }
  }

  boolean answers() throws IOException {
    return get("/overview").isObject();
  }

  int taskManagers() throws IOException {
    return get("/overview").path("taskmanagers").asInt();
  }

  boolean isRunning(String job) throws IOException {
    var told = get("/jobs/" + job);
    var vertices = told.path("vertices");
    if (!told.path("state").asText().equals("RUNNING") || vertices.isEmpty()) {
      return false;
    }
    for (var vertex : vertices) {
      if (vertex.path("tasks").path("RUNNING").asInt() < vertex.path("parallelism").asInt()) {
        return false;
      }
    }
    return true;
  }

  boolean hasEnded(String job) throws IOException {
    return ENDED.contains(get("/jobs/" + job).path("state").asText());
  }

  Map<String, Long> counts(String job) throws IOException {
    var counts = new TreeMap<String, Long>();
    for (var one : get("/jobs/" + job + "/accumulators").path("user-task-accumulators")) {
      counts.put(one.path("name").asText(), one.path("value").asLong());
    }
    return counts;
  }

  void cancel(String job) throws IOException {
    send(
        request("/jobs/" + job + "?mode=cancel")
            .method("PATCH", HttpRequest.BodyPublishers.noBody())
            .build());
  }
}
