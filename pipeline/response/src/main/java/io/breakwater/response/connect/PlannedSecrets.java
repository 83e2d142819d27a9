// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.connect;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.response.aws.SecretsManagerSecret;
import io.breakwater.response.secret.EnvironmentSecret;
import io.breakwater.response.secret.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerAsyncClient;

/** Credentials, as a plan says where each is kept. */
final class PlannedSecrets {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:secretsmanager:([a-z0-9-]+):\\d{12}:secret:.+");

  private final JsonNode place;
  private final AwsConnections aws;
  private final Clock clock;
  private final Map<String, SecretsManagerAsyncClient> clients = new HashMap<>();

  /**
   * @param place what the plan says of Secrets Manager
   */
  PlannedSecrets(JsonNode place, AwsConnections aws, Clock clock) {
    this.place = place;
    this.aws = aws;
    this.clock = clock;
  }

  Secret of(JsonNode where) {
    if (where.has("environment")) {
      return new EnvironmentSecret(where.path("environment").asText());
    }
    var client = clients.computeIfAbsent(region(where, place), this::client);
    var id = where.path("secret").asText();
    return where.has("field")
        ? new SecretsManagerSecret(id, where.path("field").asText(), client, clock)
        : new SecretsManagerSecret(id, client, clock);
  }

  private SecretsManagerAsyncClient client(String region) {
    return aws.client(
        SecretsManagerAsyncClient.builder(),
        region,
        PlannedAddress.endpoint(place, "endpoint"),
        TIMEOUT);
  }

  /**
   * @throws IllegalArgumentException where one would be looked for in vain
   */
  static void check(JsonNode where, JsonNode place) {
    if (where.has("secret")) {
      region(where, place);
    }
  }

  /** That of the ARN; only a name does not say. */
  private static String region(JsonNode where, JsonNode place) {
    var id = where.path("secret").asText();
    var arn = ARN.matcher(id);
    if (arn.matches()) {
      return arn.group(1);
    }
    if (id.startsWith("arn:")) {
      throw new IllegalArgumentException(
          "a secret is arn:<partition>:secretsmanager:<region>:<account>:secret:<name>, not " + id);
    }
    if (!place.has("region")) {
      throw new IllegalArgumentException(
          "the secret " + id + " is named without its Region: give its ARN, or secrets.region");
    }
    return place.path("region").asText();
  }
}
