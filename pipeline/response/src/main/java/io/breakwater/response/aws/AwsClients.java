// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.aws;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkAsyncClientBuilder;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.regions.Region;

/** How the clients of the AWS SDK are set that targets send by, and how they are called. */
public final class AwsClients {
  private static final int THREADS = 4;
  private static final long IDLE_SECONDS = 10;
  private static final ExecutorService EXECUTOR = executor();

  private AwsClients() {}

  /** Its threads end when they have nothing to do: nobody has to close it. */
  private static ExecutorService executor() {
    var executor =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              var thread = new Thread(work, "aws-calls");
              thread.setDaemon(true);
              return thread;
            });
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  /**
   * Begins a call by another thread: also an asynchronous client of the SDK waits for credentials,
   * such as those of a role that it has to assume, on the thread of its caller.
   */
  public static <T> CompletableFuture<T> aside(Supplier<CompletableFuture<T>> call) {
    return CompletableFuture.completedFuture(call).thenComposeAsync(Supplier::get, EXECUTOR);
  }

  /**
   * A client that sends each request once, as it is for the job to say what is sent again and when,
   * and ends each in time.
   *
   * @param http shared by all clients; whoever made it closes it
   * @param timeout for a call from its beginning to its answer
   */
  public static <B extends AwsClientBuilder<B, C> & SdkAsyncClientBuilder<B, C>, C> B set(
      B builder, String region, SdkAsyncHttpClient http, Duration timeout) {
    return builder
        .region(Region.of(region))
        .httpClient(http)
        .overrideConfiguration(
            settings ->
                settings.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(timeout));
  }
}
