// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.breakwater.fakes.Answer;
import io.breakwater.fakes.Call;
import io.breakwater.fakes.FakeService;
import io.breakwater.fakes.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * AWS Secrets Manager in its JSON 1.1 protocol. What it holds its callers to:
 *
 * <ul>
 *   <li>A signature in the form of Signature Version 4, of a known access key, for {@code
 *       secretsmanager}.
 *   <li><a
 *       href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html">GetSecretValue</a>
 *       by name, by ARN, or by ARN without its last six characters; by version or by stage, {@code
 *       AWSCURRENT} where none is said; only secrets of the caller's account and Region.
 *   <li>A secret that was rotated keeps its former value as {@code AWSPREVIOUS}.
 * </ul>
 *
 * <p>Every other operation is refused as unknown.
 */
public final class FakeSecretsManager implements FakeService {
  private static final String CURRENT = "AWSCURRENT";
  private static final String PREVIOUS = "AWSPREVIOUS";
  private static final String TYPE = "application/x-amz-json-1.1";

  private record Version(String id, String value, Instant created, List<String> stages) {}

  private static final class Secret {
    final String arn;
    final String name;
    final List<Version> versions = new ArrayList<>();
    boolean deleted;
    long reads;

    Secret(String arn, String name) {
      this.arn = arn;
      this.name = name;
    }

    boolean isNamed(String id) {
      return id.equals(name) || id.equals(arn) || id.equals(arn.substring(0, arn.length() - 7));
    }
  }

  private final AccessKeys keys;
  private final RequestIds ids = new RequestIds();
  private final Map<String, Secret> byArn = new HashMap<>();

  /**
   * @param keys of those who may call
   */
  public FakeSecretsManager(AccessKeys keys) {
    this.keys = keys;
  }

  /**
   * A new secret.
   *
   * @return its ARN
   */
  public synchronized String put(
      String account, String region, String name, String value, Instant now) {
    var arn =
        "arn:aws:secretsmanager:" + region + ":" + account + ":secret:" + name + "-" + suffix();
    var secret = new Secret(arn, name);
    secret.versions.add(new Version(ids.next(), value, now, List.of(CURRENT)));
    byArn.put(arn, secret);
    return arn;
  }

  /** Another value from now on; the former one stays readable as {@code AWSPREVIOUS}. */
  public synchronized void rotate(String arn, String value, Instant now) {
    var versions = existing(arn).versions;
    var former = versions.get(versions.size() - 1);
    versions.clear();
    versions.add(new Version(former.id(), former.value(), former.created(), List.of(PREVIOUS)));
    versions.add(new Version(ids.next(), value, now, List.of(CURRENT)));
  }

  /** Marks a secret for deletion: it cannot be read any more. */
  public synchronized void delete(String arn) {
    existing(arn).deleted = true;
  }

  /** How often a secret was read: whoever reads it for each message has no cache. */
  public synchronized long reads(String arn) {
    return existing(arn).reads;
  }

  @Override
  public synchronized Answer answer(Call call, Instant now) {
    try {
      if (!call.path().equals("/") || !call.method().equals("POST")) {
        return error(404, "UnknownOperationException", "There is nothing here but POST /.");
      }
      var caller =
          Caller.of(
              call,
              keys,
              "secretsmanager",
              (code, message) ->
                  error(
                      400,
                      code.equals("InvalidClientTokenId") ? "UnrecognizedClientException" : code,
                      message));
      var target = call.header("x-amz-target").orElse("");
      if (!target.equals("secretsmanager.GetSecretValue")) {
        return error(400, "UnknownOperationException", "This operation is not known here.");
      }
      var body =
          call.json()
              .filter(JsonNode::isObject)
              .orElseThrow(
                  () -> new Refusal(error(400, "SerializationException", "The body is no JSON.")));
      return getSecretValue(body, caller);
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  @Override
  public Answer throttled(Call call, Duration retryAfter, Instant now) {
    return error(400, "ThrottlingException", "Rate exceeded.")
        .with("Retry-After", Long.toString(retryAfter.toSeconds()));
  }

  @Override
  public Answer broken(Call call) {
    return error(500, "InternalServiceError", "Something went wrong on our side.");
  }

  private Answer getSecretValue(JsonNode body, Caller caller) {
    var id = body.path("SecretId").asText();
    if (id.isEmpty()) {
      throw new Refusal(error(400, "InvalidParameterException", "The request names no secret."));
    }
    var place = ":" + caller.region() + ":" + caller.account() + ":";
    var named = byArn.values().stream().filter(secret -> secret.isNamed(id)).toList();
    var secret =
        named.stream()
            .filter(found -> found.arn.contains(place))
            .findFirst()
            .orElseThrow(
                () ->
                    new Refusal(
                        id.startsWith("arn:") && !named.isEmpty()
                            ? error(
                                400,
                                "AccessDeniedException",
                                "Account " + caller.account() + " may not read this secret.")
                            : notFound("There is no such secret.")));
    if (secret.deleted) {
      throw new Refusal(
          error(400, "InvalidRequestException", "The secret is marked for deletion."));
    }
    var version =
        version(secret, body)
            .orElseThrow(() -> new Refusal(notFound("The secret has no such version.")));
    secret.reads++;
    var answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("ARN", secret.arn)
            .put("Name", secret.name)
            .put("VersionId", version.id())
            .put("SecretString", version.value())
            .put("CreatedDate", BigDecimal.valueOf(version.created().toEpochMilli(), 3));
    version.stages().forEach(answer.putArray("VersionStages")::add);
    return Answer.of(200, TYPE, answer.toString()).with("x-amzn-RequestId", ids.next());
  }

  private static Optional<Version> version(Secret secret, JsonNode body) {
    var id = body.path("VersionId").asText();
    var stage = body.path("VersionStage").asText(id.isEmpty() ? CURRENT : "");
    return secret.versions.stream()
        .filter(version -> id.isEmpty() || version.id().equals(id))
        .filter(version -> stage.isEmpty() || version.stages().contains(stage))
        .findFirst();
  }

  private Secret existing(String arn) {
    return Optional.ofNullable(byArn.get(arn))
        .orElseThrow(() -> new IllegalArgumentException("There is no secret " + arn));
  }

  private String suffix() {
    return ids.next().substring(0, 6);
  }

  private static Answer notFound(String message) {
    return error(400, "ResourceNotFoundException", message);
  }

  private static Answer error(int status, String type, String message) {
    var body = JsonNodeFactory.instance.objectNode().put("__type", type).put("Message", message);
    return Answer.of(status, TYPE, body.toString()).with("x-amzn-ErrorType", type);
  }
}
