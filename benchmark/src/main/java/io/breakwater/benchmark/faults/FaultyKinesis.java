// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands before a Kinesis server on this machine and passes everything on, until it is told to
 * behave as Kinesis does in bad times. What it says then has the form that Kinesis gives it.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/CommonErrors.html">Common
 *     errors</a>
 */
public final class FaultyKinesis implements AutoCloseable {
  private static final String TARGET = "X-Amz-Target";
  private static final String PUT_RECORDS = "PutRecords";
  private static final String THROUGHPUT = "ProvisionedThroughputExceededException";
  private static final Set<String> READS_AND_WRITES = Set.of("GetRecords", PUT_RECORDS);

  /** Headers that the client sets itself, or that no longer fit. */
  private static final Set<String> OWN_HEADERS =
      Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade");

  private static final int UNAVAILABLE = 503;
  private static final int BAD_REQUEST = 400;
  private static final int EVERY = 3;
  private static final long SLOW_MILLIS = 700;
  private static final long POLL_MILLIS = 50;

  private final URI server;
  private final HttpServer proxy;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<Trouble, AtomicLong> met = new EnumMap<>(Trouble.class);
  private final AtomicLong entries = new AtomicLong();
  private volatile Trouble trouble = Trouble.NONE;

  private FaultyKinesis(URI server, HttpServer proxy) {
    this.server = server;
    this.proxy = proxy;
    for (var kind : Trouble.values()) {
      met.put(kind, new AtomicLong());
    }
  }

  /** On a free port of the loopback interface. */
  public static FaultyKinesis before(URI server) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var proxy = HttpServer.create(address, 0);
    var faulty = new FaultyKinesis(server, proxy);
    proxy.setExecutor(faulty.threads);
    proxy.createContext("/", faulty::answer);
    proxy.start();
    return faulty;
  }

  /** Such as {@code http://127.0.0.1:40123}. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + proxy.getAddress().getPort());
  }

  /** From now on. */
  public void behave(Trouble kind) {
    trouble = kind;
  }

  /** How many calls met with it. */
  public long calls(Trouble kind) {
    return met.get(kind).get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var target = exchange.getRequestHeaders().getFirst(TARGET);
      var action = target == null ? "" : target.substring(target.indexOf('.') + 1);
      var body = exchange.getRequestBody().readAllBytes();
      meet(trouble, action, body, exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void meet(Trouble kind, String action, byte[] body, HttpExchange exchange)
      throws IOException, InterruptedException {
    switch (kind) {
      case NONE -> pass(body, exchange);
      case DROPPING -> met.get(kind).incrementAndGet();
      case UNAVAILABLE -> {
        met.get(kind).incrementAndGet();
        fail(UNAVAILABLE, "InternalFailure", exchange);
      }
      case THROTTLING -> {
        if (READS_AND_WRITES.contains(action)) {
          met.get(kind).incrementAndGet();
          fail(BAD_REQUEST, THROUGHPUT, exchange);
        } else {
          pass(body, exchange);
        }
      }
      case REFUSING_SOME -> {
        if (action.equals(PUT_RECORDS)) {
          passSome(body, exchange);
        } else {
          pass(body, exchange);
        }
      }
      case SILENT -> {
        met.get(kind).incrementAndGet();
        while (trouble == Trouble.SILENT) {
          Thread.sleep(POLL_MILLIS);
        }
      }
      case SLOW_WRITES -> {
        if (action.equals(PUT_RECORDS)) {
          met.get(kind).incrementAndGet();
          Thread.sleep(SLOW_MILLIS);
        }
        pass(body, exchange);
      }
    }
  }

  private void pass(byte[] body, HttpExchange exchange) throws IOException, InterruptedException {
    send(call(body, exchange), exchange);
  }

  private HttpResponse<byte[]> call(byte[] body, HttpExchange exchange)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static void send(HttpResponse<byte[]> response, HttpExchange exchange)
      throws IOException {
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    send(response.statusCode(), response.body(), exchange);
  }

  private static void send(int status, byte[] body, HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static void fail(int status, String type, HttpExchange exchange) throws IOException {
    var format = contentType(exchange);
    var body = mapper(format).createObjectNode().put("__type", type).put("message", "on purpose");
    exchange.getResponseHeaders().set("Content-Type", format);
    exchange.getResponseHeaders().set("x-amzn-ErrorType", type);
    send(status, mapper(format).writeValueAsBytes(body), exchange);
  }

  /** One entry of three is refused, and the others are written. */
  private void passSome(byte[] body, HttpExchange exchange)
      throws IOException, InterruptedException {
    var mapper = mapper(contentType(exchange));
    var request = (ObjectNode) mapper.readTree(body);
    var taken = mapper.createArrayNode();
    var refused = new boolean[request.path("Records").size()];
    for (int i = 0; i < refused.length; i++) {
      refused[i] = entries.incrementAndGet() % EVERY == 0;
      if (!refused[i]) {
        taken.add(request.path("Records").get(i));
      }
    }
    if (taken.size() == refused.length) {
      pass(body, exchange);
      return;
    }
    met.get(Trouble.REFUSING_SOME).incrementAndGet();
    var results = mapper.createArrayNode();
    if (!taken.isEmpty()) {
      request.set("Records", taken);
      var answer = call(mapper.writeValueAsBytes(request), exchange);
      if (answer.statusCode() / 100 != 2) {
        send(answer, exchange);
        return;
      }
      results = (ArrayNode) mapper.readTree(answer.body()).path("Records");
    }
    exchange.getResponseHeaders().set("Content-Type", contentType(exchange));
    send(200, mapper.writeValueAsBytes(merged(refused, results, mapper)), exchange);
  }

  private static JsonNode merged(boolean[] refused, ArrayNode results, ObjectMapper mapper) {
    var answer = mapper.createObjectNode();
    var all = answer.putArray("Records");
    int failed = 0;
    int next = 0;
    for (boolean one : refused) {
      if (one) {
        failed++;
        all.addObject().put("ErrorCode", THROUGHPUT).put("ErrorMessage", "on purpose");
      } else {
        var result = results.get(next++);
        failed += result.path("ErrorCode").isTextual() ? 1 : 0;
        all.add(result);
      }
    }
    return answer.put("FailedRecordCount", failed);
  }

  private static String contentType(HttpExchange exchange) {
    var type = exchange.getRequestHeaders().getFirst("Content-Type");
    return type == null ? "application/x-amz-json-1.1" : type;
  }

  private static ObjectMapper mapper(String contentType) {
    return contentType.contains("cbor") ? new CBORMapper() : new ObjectMapper();
  }

  /** Ends what is under way. */
  @Override
  public void close() {
    trouble = Trouble.NONE;
    proxy.stop(0);
    threads.shutdownNow();
  }

  /** What Kinesis does in bad times. */
  public enum Trouble {
    /** It is well. */
    NONE,
    /** Every connection is closed without an answer. */
    DROPPING,
    /** Every call fails with 503. */
    UNAVAILABLE,
    /** No records may be read or written: the throughput is exceeded. */
    THROTTLING,
    /** Of the records of a call some are refused: the throughput of their shards is exceeded. */
    REFUSING_SOME,
    /** No call is ever answered. */
    SILENT,
    /** Records are written, but it takes long. */
    SLOW_WRITES
  }
}
