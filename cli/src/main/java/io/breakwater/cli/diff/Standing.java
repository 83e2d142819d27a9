// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.signal.Severity;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one open exposure, or certificate alert, says, as far as findings and rules decide it: not
 * when it was told, nor how often it was open before.
 *
 * @param rule the exposure rule that named it
 * @param products those of the findings it rests on, as the revision names them
 * @param factors the value of each factor of the likelihood
 * @param impacts the value of each aspect of the impact
 * @param traits by id, with the findings behind each and its indicators
 * @param suppressed traits that a suppressed finding would give, with those findings
 * @param deciding the trait and the finding that the likelihood goes by
 * @param edges the attack path
 * @param classification type, tactic and technique
 * @param wording all that is said of it besides
 */
record Standing(
    String uid,
    String resource,
    String resourceType,
    String account,
    String region,
    String title,
    String rule,
    Severity severity,
    String status,
    String likelihood,
    String impact,
    SortedSet<String> products,
    SortedMap<String, String> factors,
    SortedMap<String, String> impacts,
    SortedMap<String, String> traits,
    SortedMap<String, String> suppressed,
    String deciding,
    SortedSet<String> edges,
    String classification,
    String wording) {

  static Standing of(JsonNode revision) {
    var info = revision.path("finding_info");
    var resource = revision.at("/resources/0");
    var explained = revision.at("/unmapped/severity_explained");
    return new Standing(
        info.path("uid").asText(),
        resource.path("uid").asText(),
        resource.path("type").asText(),
        revision.at("/cloud/account/uid").asText(),
        resource.path("region").asText(),
        info.path("title").asText(),
        info.at("/analytic/uid").asText(),
        Severity.ofLabel(revision.path("severity").asText()),
        revision.path("status").asText(),
        revision.at("/unmapped/likelihood").asText(),
        revision.path("impact").asText(),
        texts(info.path("data_sources"), ""),
        weighed(explained.path("factors")),
        weighed(explained.path("impacts")),
        traits(info),
        suppressed(revision.at("/unmapped/suppressed")),
        explained.path("deciding_trait") + " " + explained.path("deciding_finding"),
        texts(info.at("/attack_graph/edges"), "/uid"),
        info.path("types") + " " + info.path("attacks"),
        info.path("desc").asText() + remediation(revision) + texts(info.path("traits"), "/name"));
  }

  /** The steps of an exposure in no order, as it follows from what is weighed; an alert has one. */
  private static String remediation(JsonNode revision) {
    var steps = texts(revision.at("/unmapped/remediation_steps"), "/desc");
    return steps.isEmpty() ? revision.at("/remediation/desc").asText() : steps.toString();
  }

  Subject subject() {
    return resourceType.equals(ResourceType.CERTIFICATE.name())
        ? Subject.CERTIFICATES
        : Subject.EXPOSURES;
  }

  private static SortedMap<String, String> weighed(JsonNode parts) {
    var values = new TreeMap<String, String>();
    for (var part : parts) {
      values.put(part.path("id").asText(), part.path("value").asText());
    }
    return values;
  }

  private static SortedMap<String, String> traits(JsonNode info) {
    var behind = new TreeMap<String, String>();
    for (var trait : info.path("traits")) {
      behind.put(trait.path("uid").asText(), trait.path("values").toString());
    }
    for (var event : info.path("related_events")) {
      for (var trait : event.path("traits")) {
        behind.merge(trait.path("uid").asText(), event.path("uid").asText(), (a, b) -> a + ' ' + b);
      }
    }
    return behind;
  }

  private static SortedMap<String, String> suppressed(JsonNode findings) {
    var behind = new TreeMap<String, String>();
    for (var finding : findings) {
      for (var trait : finding.path("traits")) {
        behind.merge(trait.asText(), finding.path("uid").asText(), (a, b) -> a + ' ' + b);
      }
    }
    return behind;
  }

  /** The findings behind a trait, those that are suppressed among them. */
  String behind(String trait) {
    return traits.get(trait) + " " + suppressed.get(trait);
  }

  private static SortedSet<String> texts(JsonNode items, String pointer) {
    var texts = new TreeSet<String>();
    items.forEach(item -> texts.add(item.at(pointer).asText()));
    return texts;
  }
}
