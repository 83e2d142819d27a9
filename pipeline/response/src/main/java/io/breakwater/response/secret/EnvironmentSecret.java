// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.secret;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * A variable of the environment, or a system property, without line breaks at its end. For a job on
 * one's own machine.
 */
public final class EnvironmentSecret implements Secret {
  private final String name;
  private final UnaryOperator<String> environment;

  /**
   * @param name of the variable
   */
  public EnvironmentSecret(String name) {
    this(name, EnvironmentSecret::lookedUp);
  }

  EnvironmentSecret(String name, UnaryOperator<String> environment) {
    this.name = Objects.requireNonNull(name);
    this.environment = environment;
  }

  /** A process that cannot set its own environment sets a property. */
  private static String lookedUp(String name) {
    var value = System.getenv(name);
    return value == null ? System.getProperty(name) : value;
  }

  @Override
  public CompletableFuture<String> value() {
    var value = environment.apply(name);
    if (value == null || value.isBlank()) {
      return failedFuture(
          new NoSecretException("the environment has no variable " + name + ", or an empty one"));
    }
    return completedFuture(Secrets.withoutLineBreakAtEnd(value));
  }

  @Override
  public String toString() {
    return "the variable " + name + " of the environment";
  }
}
