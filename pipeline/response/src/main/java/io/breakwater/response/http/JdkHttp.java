// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.http;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** With the client of the JDK. */
public final class JdkHttp implements Http {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final int THREADS = 4;
  private static final long IDLE_SECONDS = 10;

  /** Far more than any target answers that is asked by this job. */
  private static final int MOST_BYTES = 8 << 20;

  private final HttpClient client;
  private final Duration timeout;

  /**
   * @param timeout for a call from its beginning to its answer, which may take as long again
   */
  public JdkHttp(Duration timeout) {
    var number = new AtomicInteger();
    var executor =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              var thread = new Thread(work, "targets-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    // They end with the targets of a task, though nobody closes them.
    executor.allowCoreThreadTimeOut(true);
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(executor)
            .build();
    this.timeout = timeout;
  }

  @Override
  public CompletableFuture<HttpAnswer> send(HttpCall call) {
    var request =
        HttpRequest.newBuilder(call.address())
            .timeout(timeout)
            .method(
                call.method(),
                call.body().length == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(call.body()));
    call.headers().forEach(request::header);
    var body = new LimitedBody(MOST_BYTES);
    var exchange = client.sendAsync(request.build(), head -> body);
    // The client itself waits for the head only: the body has as long again.
    return exchange
        .thenApply(response -> response)
        .orTimeout(2 * timeout.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete(
            (response, failure) -> {
              exchange.cancel(true);
              body.abandon();
            })
        .handle(
            (response, failure) -> {
              if (failure != null) {
                throw new CompletionException(judged(failure));
              }
              return answer(response);
            });
  }

  private static Throwable judged(Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof TimeoutException) {
      return new HttpTimeoutException("the answer did not come in time");
    }
    return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
        ? new NotSentException("it cannot be reached: " + cause.getMessage(), cause)
        : cause;
  }

  private static HttpAnswer answer(HttpResponse<byte[]> response) {
    var headers = new TreeMap<String, String>();
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return new HttpAnswer(response.statusCode(), headers, response.body());
  }
}
