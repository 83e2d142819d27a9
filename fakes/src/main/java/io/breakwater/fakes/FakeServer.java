// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A fake behind HTTP/1.1 on a free port of the loopback interface. A call that stalls holds no
 * thread; its connection ends when the caller or the server closes it.
 */
public final class FakeServer implements AutoCloseable {
  static {
    // The JDK's server sends head and body apart: with Nagle's algorithm each answer takes 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final FakeService service;
  private final Troubles troubles;
  private final Clock clock;
  private final HttpServer server;
  private final ExecutorService workers;
  private final ScheduledExecutorService later;
  private volatile boolean down;

  private FakeServer(FakeService service, Troubles troubles, Clock clock) throws IOException {
    this.service = service;
    this.troubles = troubles;
    this.clock = clock;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    this.workers = Executors.newCachedThreadPool(FakeServer::daemon);
    this.later = Executors.newSingleThreadScheduledExecutor(FakeServer::daemon);
    server.setExecutor(workers);
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * @param clock what the service takes for the time of a call
   */
  public static FakeServer start(FakeService service, Troubles troubles, Clock clock) {
    try {
      return new FakeServer(service, troubles, clock);
    } catch (IOException e) {
      throw new UncheckedIOException("No free port on the loopback interface", e);
    }
  }

  /** Scheme, host and port, with no path. */
  public URI uri() {
    var address = server.getAddress();
    return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
  }

  /** From now on every call is answered 503 and has no effect; the port stays taken. */
  public void takeDown() {
    down = true;
  }

  /** From now on calls are answered again, with all that was there before. */
  public void bringUp() {
    down = false;
  }

  /** Cuts what connections there are. */
  @Override
  public void close() {
    server.stop(0);
    later.shutdownNow();
    workers.shutdownNow();
  }

  private void handle(HttpExchange http) throws IOException {
    var call = call(http);
    if (down) {
      send(http, Answer.text(503, "The service is down."));
      return;
    }
    var trouble = troubles.next(call);
    if (trouble == Trouble.SLOW) {
      var unused =
          later.schedule(
              () -> workers.execute(() -> meet(http, trouble, call)),
              troubles.delay().toMillis(),
              TimeUnit.MILLISECONDS);
    } else {
      meet(http, trouble, call);
    }
  }

  private void meet(HttpExchange http, Trouble trouble, Call call) {
    try {
      var answer = answer(trouble, call);
      if (answer.isPresent()) {
        send(http, answer.get());
      } else if (trouble == Trouble.LOST_ANSWER) {
        http.close();
      }
    } catch (IOException e) {
      // The caller has gone: it is what the caller makes of it that is tested.
      http.close();
    }
  }

  private Optional<Answer> answer(Trouble trouble, Call call) {
    try {
      return Exchange.of(service, troubles, trouble, call, clock.instant()).answer();
    } catch (RuntimeException e) {
      return Optional.of(Answer.text(500, "The fake itself failed: " + e));
    }
  }

  private static Call call(HttpExchange http) throws IOException {
    var headers = new LinkedHashMap<String, String>();
    http.getRequestHeaders()
        .forEach((name, values) -> headers.put(name, String.join(", ", values)));
    var uri = http.getRequestURI();
    var query = uri.getRawQuery();
    return Call.of(
        http.getRequestMethod(),
        uri.getRawPath() + (query == null ? "" : "?" + query),
        headers,
        http.getRequestBody().readAllBytes());
  }

  private static void send(HttpExchange http, Answer answer) throws IOException {
    for (Map.Entry<String, String> header : answer.headers().entrySet()) {
      http.getResponseHeaders().set(header.getKey(), header.getValue());
    }
    boolean bodiless = answer.body().length == 0 || http.getRequestMethod().equals("HEAD");
    http.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
    if (!bodiless) {
      http.getResponseBody().write(answer.body());
    }
    http.close();
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "fake-server");
    thread.setDaemon(true);
    return thread;
  }
}
