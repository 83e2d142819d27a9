// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.secret;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where credentials are kept, and the forms that they are sent in. */
public final class Secrets {
  private Secrets() {}

  /** As a plan says where it is. */
  public static Secret of(JsonNode where) {
    return environment(where.path("environment").asText());
  }

  /** In a variable of the environment, or in a system property where the process sets its own. */
  public static Secret environment(String variable) {
    return () -> {
      var value = Optional.ofNullable(System.getenv(variable)).orElse(System.getProperty(variable));
      return value == null
          ? failedFuture(new IllegalStateException("the environment has no " + variable))
          : completedFuture(value);
    };
  }

  /** A user and a password, as the Basic scheme has them. */
  public static Secret basic(String user, Secret password) {
    return new Secret() {
      @Override
      public CompletableFuture<String> value() {
        return password.value().thenApply(value -> "Basic " + encoded(user + ":" + value));
      }

      @Override
      public void turnedAway() {
        password.turnedAway();
      }
    };
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
