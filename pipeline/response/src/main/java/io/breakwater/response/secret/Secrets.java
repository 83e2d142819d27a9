// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.secret;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Credentials in the form of an {@code Authorization} header, and how to keep silent on them. */
public final class Secrets {
  private static final String HIDDEN = "…";

  /** Below this a value is more likely to be a word of the text than a secret in it. */
  private static final int FEWEST_CHARACTERS = 4;

  private Secrets() {}

  /** {@code Basic} with both; a user has no colon. */
  public static Secret basic(Secret user, Secret password) {
    return new Header(
        "Basic",
        List.of(user, password),
        () -> user.value().thenCombine(password.value(), Secrets::pair));
  }

  public static Secret basic(String user, Secret password) {
    return basic(new Known(user), password);
  }

  public static Secret bearer(Secret token) {
    return scheme("Bearer", token);
  }

  /** The scheme, a space and the token. */
  public static Secret scheme(String scheme, Secret token) {
    Objects.requireNonNull(scheme);
    return new Header(scheme, List.of(token), token::value);
  }

  /**
   * The value; where it cannot be had, the future fails with {@link NoSecretException}, whatever
   * the secret itself fails with, as that may hold what is not to be told.
   */
  public static CompletableFuture<String> valueOf(Secret secret) {
    return asked(secret::value)
        .exceptionally(
            failure -> {
              throw new CompletionException(fit(failure));
            });
  }

  private static CompletableFuture<String> asked(Supplier<CompletableFuture<String>> value) {
    try {
      return value.get();
    } catch (RuntimeException e) {
      return failedFuture(e);
    }
  }

  private static NoSecretException fit(Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof NoSecretException
        ? (NoSecretException) cause
        : new NoSecretException(
            cause == null ? "for no known reason" : cause.getClass().getSimpleName());
  }

  /** As editors and shells add one, and no credential has one. */
  public static String withoutLineBreakAtEnd(String value) {
    return value.replaceAll("[\\r\\n]+\\z", "");
  }

  /** A text, such as one that a service sent back, without credentials that it may hold. */
  public static String hidden(String text, String... credentials) {
    var safe = text;
    for (var credential : credentials) {
      int space = credential.indexOf(' ');
      safe = without(safe, credential);
      safe = without(safe, credential.substring(space + 1));
    }
    return safe;
  }

  private static String without(String text, String secret) {
    return secret.length() < FEWEST_CHARACTERS ? text : text.replace(secret, HIDDEN);
  }

  private static String pair(String user, String password) {
    if (user.indexOf(':') >= 0) {
      throw new CompletionException(new NoSecretException("a user of Basic has no colon"));
    }
    return Base64.getEncoder()
        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** What is no secret. */
  private static final class Known implements Secret {
    private final String value;

    Known(String value) {
      this.value = Objects.requireNonNull(value);
    }

    @Override
    public CompletableFuture<String> value() {
      return completedFuture(value);
    }
  }

  private static final class Header implements Secret {
    private final String scheme;
    private final List<Secret> parts;
    private final Supplier<CompletableFuture<String>> credentials;

    Header(String scheme, List<Secret> parts, Supplier<CompletableFuture<String>> credentials) {
      this.scheme = scheme;
      this.parts = parts;
      this.credentials = credentials;
    }

    @Override
    public CompletableFuture<String> value() {
      return asked(credentials).thenApply(this::header);
    }

    /** An HTTP client that is given another character tells it, with all around it. */
    private String header(String value) {
      if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
        throw new CompletionException(
            new NoSecretException(
                "credentials of " + scheme + " are visible characters of ASCII, and at least one"));
      }
      return scheme + " " + value;
    }

    @Override
    public void turnedAway() {
      parts.forEach(Secret::turnedAway);
    }

    @Override
    public String toString() {
      return "credentials of " + scheme;
    }
  }
}
