// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.secret;

import java.util.concurrent.CompletableFuture;

/** A credential, wherever it is kept. It is never told, also not in what describes this. */
@FunctionalInterface
public interface Secret {
  CompletableFuture<String> value();

  /** What was used was turned away: it may have been replaced where it is kept. */
  default void turnedAway() {}
}
