// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Records of the output streams, each made from the example of the documentation. */
public final class Records {
  public static final String ACCOUNT = "111122223333";
  public static final Instant START = Instant.parse("2026-05-04T10:00:00Z");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode EXPOSURE = example("exposure.json");
  private static final JsonNode CERTIFICATE = example("certificate.json");

  private Records() {}

  private static JsonNode example(String name) {
    try {
      return JSON.readTree(Path.of("..", "docs", "siem", name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Exposure exposure(int number) {
    return new Exposure(number);
  }

  /** A revision of an exposure. What is not said is as in the example: critical, and opens. */
  public static final class Exposure {
    private final int number;
    private final ObjectNode json = EXPOSURE.deepCopy();

    private Exposure(int number) {
      this.number = number;
      var uid = uid(number);
      set("/finding_info", "uid", uid);
      set("/metadata", "correlation_uid", uid);
      set("/finding_info/attack_graph", "uid", uid);
      resource("AWS::EC2::Instance", String.format("i-%017x", number));
      at(START);
      opened(START);
      says("first");
    }

    public static String uid(int number) {
      return String.format("exposure-%032x", number);
    }

    private ObjectNode object(String path) {
      return (ObjectNode) json.at(path);
    }

    private void set(String path, String field, String value) {
      object(path).put(field, value);
    }

    /** Two revisions that say the same have one {@code metadata.uid}. */
    public Exposure says(String what) {
      set("/metadata", "uid", String.format("%08x%024x", what.hashCode(), number));
      return this;
    }

    public Exposure at(Instant when) {
      json.put("time", when.toEpochMilli());
      object("/finding_info").put("modified_time", when.toEpochMilli());
      return this;
    }

    public Exposure opened(Instant when) {
      object("/finding_info").put("created_time", when.toEpochMilli());
      return this;
    }

    public Exposure seen(Instant first, Instant completed) {
      object("/finding_info").put("first_seen_time", first.toEpochMilli());
      object("/finding_info/related_events/0").put("first_seen_time", completed.toEpochMilli());
      object("/finding_info/related_events/1").put("first_seen_time", first.toEpochMilli());
      return this;
    }

    public Exposure episode(int episode) {
      object("/unmapped/episode").put("number", episode);
      return this;
    }

    public Exposure replay() {
      object("/unmapped").put("replay", true);
      json.put("is_alert", false);
      return this;
    }

    public Exposure severity(Severity severity) {
      json.put("severity_id", severity.id()).put("severity", severity.word());
      return this;
    }

    public Exposure title(String title) {
      json.put("message", title);
      set("/finding_info", "title", title);
      return this;
    }

    public Exposure account(String account) {
      set("/cloud/account", "uid", account);
      set("/resources/0/owner/account", "uid", account);
      return this;
    }

    public Exposure region(String region) {
      set("/cloud", "region", region);
      set("/resources/0", "region", region);
      return this;
    }

    public Exposure resource(String type, String name) {
      set("/resources/0", "type", type);
      set("/resources/0", "name", name);
      set("/resources/0", "uid", arn(name));
      return this;
    }

    public Exposure cve(String cve) {
      set("/vulnerabilities/0/cve", "uid", cve);
      return this;
    }

    public Exposure owner(String name) {
      set("/resources/0/owner", "name", name);
      return this;
    }

    /**
     * Tags of the primary resource instead of those of the example.
     *
     * @param all each as {@code name=value}
     */
    public Exposure tags(String... all) {
      var tags = JSON.createArrayNode();
      for (var tag : all) {
        int end = tag.indexOf('=');
        tags.addObject().put("name", tag.substring(0, end)).put("value", tag.substring(end + 1));
      }
      object("/resources/0").set("tags", tags);
      return this;
    }

    public Exposure sources(String... names) {
      var sources = object("/finding_info").putArray("data_sources");
      List.of(names).forEach(sources::add);
      return this;
    }

    /** One resource besides the primary one, instead of all others. */
    public Exposure involves(String type, String name, String role) {
      var resources = JSON.createArrayNode().add(json.at("/resources/0"));
      resources
          .addObject()
          .put("uid", arn(name))
          .put("name", name)
          .put("type", type)
          .put("cloud_partition", "aws")
          .put("role_id", 4)
          .put("role", role);
      json.set("resources", resources);
      return this;
    }

    public static String arn(String name) {
      return "arn:aws:any:eu-central-1:" + ACCOUNT + ":it/" + name;
    }

    /** Only these of the traits of the example. */
    public Exposure traits(String... uids) {
      var kept = JSON.createArrayNode();
      for (var trait : json.at("/finding_info/traits")) {
        if (List.of(uids).contains(trait.path("uid").asText())) {
          kept.add(trait);
        }
      }
      object("/finding_info").set("traits", kept);
      return this;
    }

    public Exposure update() {
      return activity(2, "Update");
    }

    public Exposure close() {
      activity(3, "Close");
      says("closed in " + json.at("/unmapped/episode/number"));
      json.put("status_id", 4).put("status", "Resolved").put("is_alert", false);
      json.put("status_detail", "It was fixed.");
      json.remove(List.of("risk_details", "vulnerabilities", "remediation"));
      object("/finding_info")
          .put("related_events_count", 0)
          .remove(
              List.of(
                  "desc",
                  "first_seen_time",
                  "last_seen_time",
                  "attacks",
                  "data_sources",
                  "related_events",
                  "traits",
                  "attack_graph"));
      object("/unmapped")
          .remove(
              List.of("severity_explained", "remediation_steps", "choke_points", "blast_radius"));
      object("/unmapped").putObject("closed").put("reason", "fixed").put("confirmed", true);
      return this;
    }

    private Exposure activity(int id, String name) {
      json.put("activity_id", id).put("activity_name", name);
      json.put("type_uid", 200_400 + id).put("type_name", "Detection Finding: " + name);
      return this;
    }

    public ObjectNode json() {
      return json;
    }

    public String text() {
      return json.toString();
    }
  }

  /** An alert that opens. */
  public static ObjectNode certificate(int number, Instant expires) {
    var json = (ObjectNode) CERTIFICATE.deepCopy();
    var uid = String.format("%032x", 0xce00_0000L + number);
    ((ObjectNode) json.at("/finding_info")).put("uid", uid);
    ((ObjectNode) json.at("/metadata")).put("correlation_uid", uid).put("uid", uid);
    ((ObjectNode) json.at("/evidences/0/tls/certificate"))
        .put("expiration_time", expires.toEpochMilli())
        .put("subject", "CN=shop-" + number + ".example.com");
    return json;
  }

  public static ObjectNode report(int exposure, String what, Instant at) {
    return JSON.createObjectNode()
        .put("schema_version", 1)
        .put("what", what)
        .put("only_said", false)
        .put("at", at.toString())
        .put("kind", "exposure")
        .put("uid", Exposure.uid(exposure))
        .put("revision", "0123456789abcdef0123456789abcdef")
        .put("severity", "Critical")
        .put("target", "tracker")
        .put("route", "critical");
  }

  /**
   * An answer to an action.
   *
   * @param action its number; an action may be answered several times
   * @param reason why it does not hold; empty where it does
   */
  public static ObjectNode actionAnswer(
      int action, int exposure, String outcome, String reason, Instant at) {
    var answer =
        JSON.createObjectNode()
            .put("schema_version", 1)
            .put("uid", String.format("%08x%024x", (outcome + reason).hashCode(), action))
            .put("id", "action-" + action)
            .put("kind", "suppress")
            .put("exposure", Exposure.uid(exposure))
            .put("by", "kim@example.com")
            .put("outcome", outcome)
            .put("time", at.toEpochMilli());
    return reason.isEmpty() ? answer : answer.put("reason", reason);
  }

  /**
   * An answer to an update of the catalogue.
   *
   * @param faults of an update that is refused
   */
  public static ObjectNode ruleAnswer(int update, String outcome, Instant at, String... faults) {
    var answer =
        JSON.createObjectNode()
            .put("schema_version", 1)
            .put("uid", String.format("%08x%024x", outcome.hashCode(), update))
            .put("id", "update-" + update)
            .put("kind", "catalogue")
            .put("outcome", outcome)
            .put("time", at.toEpochMilli());
    answer
        .putObject("in_force")
        .put("number", update)
        .put("id", "update-1")
        .put("version", "1.8.0");
    if (faults.length > 0) {
      List.of(faults).forEach(answer.putArray("reasons")::add);
    }
    return answer;
  }

  public static ObjectNode deadLetter(int number, int chunk, int chunks) {
    return JSON.createObjectNode()
        .put("schemaVersion", 1)
        .put("id", String.format("%032x", number))
        .put("reason", "not-json")
        .put("detail", "no JSON object")
        .put("version", "0.1.0")
        .put("origin", "shardId-000000000000")
        .put("offset", Integer.toString(number))
        .put("size", 5)
        .put("sha256", "0".repeat(64))
        .put("chunk", chunk)
        .put("chunks", chunks)
        .put("raw", new byte[] {1, 2, 3, 4, 5});
  }
}
