// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.http;

import java.util.concurrent.CompletableFuture;

/** Sends requests to targets, and waits for none of them. */
@FunctionalInterface
public interface Http {
  /**
   * The answer; the future fails with {@link NotSentException} where the request certainly had no
   * effect, and with anything else where nobody knows.
   */
  CompletableFuture<HttpAnswer> send(HttpCall call);
}
