// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import io.breakwater.response.secret.Secret;
import io.breakwater.response.secret.Secrets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What a call needs to be let in. */
public final class Credentials {
  private Credentials() {}

  /** Without them nothing is sent, and nobody fares better. */
  public static CompletableFuture<Outcome<String>> of(Secret secret) {
    return Secrets.valueOf(secret)
        .handle(
            (value, failure) ->
                failure == null
                    ? Outcome.done(value)
                    : Outcome.notDone("no credentials: " + reason(failure)));
  }

  private static String reason(Throwable failure) {
    return failure instanceof CompletionException
        ? failure.getCause().getMessage()
        : failure.getMessage();
  }
}
