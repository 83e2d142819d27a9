// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.response.secret.CachedSecret;
import io.breakwater.response.secret.CachedSecret.Lease;
import io.breakwater.response.secret.NoSecretException;
import io.breakwater.response.secret.Secret;
import io.breakwater.response.secret.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerAsyncClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/**
 * A secret of AWS Secrets Manager in its current version, or one field of it where it is a JSON
 * object. It is read at most once in five minutes, and again when it was turned away, as it may
 * have been rotated.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html">GetSecretValue</a>
 */
public final class SecretsManagerSecret implements Secret {
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String arn;
  private final Optional<String> field;
  private final SecretsManagerAsyncClient client;
  private final Clock clock;
  private final CachedSecret cached;

  private SecretsManagerSecret(
      String arn, Optional<String> field, SecretsManagerAsyncClient client, Clock clock) {
    this.arn = Objects.requireNonNull(arn);
    this.field = Objects.requireNonNull(field);
    this.client = Objects.requireNonNull(client);
    this.clock = Objects.requireNonNull(clock);
    this.cached = new CachedSecret(toString(), this::fetch, clock);
  }

  /**
   * The whole of a secret.
   *
   * @param arn or the name, of the account and Region of the client
   */
  public SecretsManagerSecret(String arn, SecretsManagerAsyncClient client, Clock clock) {
    this(arn, Optional.empty(), client, clock);
  }

  /** One field of a secret that is a JSON object. */
  public SecretsManagerSecret(
      String arn, String field, SecretsManagerAsyncClient client, Clock clock) {
    this(arn, Optional.of(field), client, clock);
  }

  @Override
  public CompletableFuture<String> value() {
    return cached.value();
  }

  @Override
  public void turnedAway() {
    cached.turnedAway();
  }

  private CompletableFuture<Lease> fetch() {
    return AwsClients.aside(() -> client.getSecretValue(request -> request.secretId(arn)))
        .handle(this::read);
  }

  private Lease read(GetSecretValueResponse answer, Throwable failure) {
    if (failure != null) {
      throw none("cannot be read: " + nameOf(failure));
    }
    if (answer.secretString() == null) {
      throw none("is binary, and no text");
    }
    var value = Secrets.withoutLineBreakAtEnd(chosen(answer.secretString()));
    if (value.isEmpty()) {
      throw none("is empty");
    }
    return new Lease(value, clock.instant().plus(KEPT));
  }

  private String chosen(String secret) {
    if (field.isEmpty()) {
      return secret;
    }
    var value = parsed(secret).path(field.get());
    if (!value.isValueNode() || value.isNull()) {
      throw none("is no JSON object with such a field that has one value");
    }
    return value.asText();
  }

  /** Without the cause of a failure, which may cite what could not be read. */
  private JsonNode parsed(String secret) {
    try {
      return JSON.readTree(secret);
    } catch (JsonProcessingException e) {
      throw none("is no JSON");
    }
  }

  private static String nameOf(Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof AwsServiceException
            && ((AwsServiceException) cause).awsErrorDetails() != null
        ? ((AwsServiceException) cause).awsErrorDetails().errorCode()
        : cause.getClass().getSimpleName();
  }

  private CompletionException none(String reason) {
    return new CompletionException(new NoSecretException(this + " " + reason));
  }

  @Override
  public String toString() {
    return "the secret " + arn + field.map(name -> ", field " + name).orElse("");
  }
}
