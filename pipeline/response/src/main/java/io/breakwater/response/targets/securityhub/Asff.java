// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.securityhub;

import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Severity;
import io.breakwater.response.notice.Change;
import io.breakwater.response.notice.Goal;
import io.breakwater.response.targets.NoticeText;
import io.breakwater.response.targets.PlainText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFinding;
import software.amazon.awssdk.services.securityhub.model.FindingProviderFields;
import software.amazon.awssdk.services.securityhub.model.RecordState;
import software.amazon.awssdk.services.securityhub.model.Remediation;
import software.amazon.awssdk.services.securityhub.model.Resource;
import software.amazon.awssdk.services.securityhub.model.SeverityLabel;

/**
 * A notice as a finding in the AWS Security Finding Format. Severity and type stand among the
 * fields of the provider only: what people have said in their place stays.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format-attributes.html">Required
 *     and optional attributes</a>
 */
final class Asff {
  /** By which the correlation job knows findings of its own, and leaves them out. */
  private static final String PRODUCT = "Breakwater";

  private static final String SCHEMA_VERSION = "2018-10-08";
  private static final int ID_CHARACTERS = 512;
  private static final int TITLE_CHARACTERS = 256;
  private static final int DESCRIPTION_CHARACTERS = 1_024;
  private static final int RECOMMENDATION_CHARACTERS = 512;
  private static final int RULE_CHARACTERS = 128;
  private static final int FIELD_CHARACTERS = 1_024;
  private static final int TAG_NAME_CHARACTERS = 128;
  private static final int TAG_VALUE_CHARACTERS = 256;
  private static final int MOST_TAGS = 50;
  private static final Set<String> PARTITIONS = Set.of("aws", "aws-cn", "aws-us-gov");

  private final SecurityHubSettings settings;

  Asff(SecurityHubSettings settings) {
    this.settings = settings;
  }

  AwsSecurityFinding finding(
      Notice notice, String partition, String account, String region, Instant updated) {
    var opened = notice.getOpenedAt() > 0 ? Instant.ofEpochMilli(notice.getOpenedAt()) : updated;
    var changed = notice.getChangedAt() > 0 ? Instant.ofEpochMilli(notice.getChangedAt()) : updated;
    var title = orElse(PlainText.line(notice.getTitle(), TITLE_CHARACTERS), "Exposure");
    var rule = orElse(PlainText.line(notice.getRule(), RULE_CHARACTERS), "unknown");
    var finding =
        AwsSecurityFinding.builder()
            .schemaVersion(SCHEMA_VERSION)
            .id(PlainText.line(notice.getUid(), ID_CHARACTERS))
            .productArn(
                "arn:"
                    + partition
                    + ":securityhub:"
                    + region
                    + ":"
                    + account
                    + ":product/"
                    + account
                    + "/default")
            .productName(PRODUCT)
            .companyName(PRODUCT)
            .generatorId("breakwater/" + rule)
            .awsAccountId(account)
            .findingProviderFields(provided(notice, rule))
            .createdAt(opened.isAfter(updated) ? updated.toString() : opened.toString())
            .updatedAt(updated.toString())
            .firstObservedAt(opened.toString())
            .lastObservedAt(changed.toString())
            .title(title)
            .description(
                orElse(PlainText.block(notice.getDescription(), DESCRIPTION_CHARACTERS), title))
            .productFields(productFields(notice))
            .resources(resource(notice))
            .recordState(Goal.of(notice) == Goal.DONE ? RecordState.ARCHIVED : RecordState.ACTIVE);
    var remediation = remediation(notice);
    return (remediation.recommendation() == null ? finding : finding.remediation(remediation))
        .build();
  }

  private FindingProviderFields provided(Notice notice, String rule) {
    return FindingProviderFields.builder()
        .severity(
            severity ->
                severity
                    .label(label(notice.getSeverity()))
                    .original(Change.label(notice.getSeverity())))
        .types(settings.type() + "/" + rule.replace('/', '-'))
        .build();
  }

  private static SeverityLabel label(Severity severity) {
    switch (severity) {
      case CRITICAL:
        return SeverityLabel.CRITICAL;
      case HIGH:
        return SeverityLabel.HIGH;
      case MEDIUM:
        return SeverityLabel.MEDIUM;
      case LOW:
        return SeverityLabel.LOW;
      default:
        return SeverityLabel.INFORMATIONAL;
    }
  }

  private static Map<String, String> productFields(Notice notice) {
    var fields = new LinkedHashMap<String, String>();
    put(fields, "breakwater/revision", notice.getRevision());
    put(fields, "breakwater/episode", Integer.toString(notice.getEpisode()));
    put(fields, "breakwater/rule", notice.getRule());
    put(fields, "breakwater/type", notice.getType());
    return fields;
  }

  private static void put(Map<String, String> fields, String name, String value) {
    var line = PlainText.line(value, FIELD_CHARACTERS);
    if (!line.isEmpty()) {
      fields.put(name, line);
    }
  }

  private Resource resource(Notice notice) {
    var subject = notice.getSubject();
    var arn = PlainText.line(subject.getArn(), ID_CHARACTERS);
    var resource =
        Resource.builder()
            .id(arn.isEmpty() ? PlainText.line(notice.getUid(), ID_CHARACTERS) : arn)
            .type(arn.isEmpty() ? "Other" : settings.resourceType(subject.getType()));
    if (PARTITIONS.contains(subject.getPartition())) {
      resource.partition(subject.getPartition());
    }
    if (SecurityHubSettings.REGION.matcher(subject.getRegion()).matches()) {
      resource.region(subject.getRegion());
    }
    var tags = tags(subject.getTagsMap());
    return tags.isEmpty() ? resource.build() : resource.tags(tags).build();
  }

  private static Map<String, String> tags(Map<String, String> all) {
    var tags = new LinkedHashMap<String, String>();
    all.keySet().stream()
        .sorted()
        .limit(MOST_TAGS)
        .forEach(
            name -> {
              var shown = PlainText.line(name, TAG_NAME_CHARACTERS);
              if (!shown.isEmpty()) {
                tags.put(shown, PlainText.line(all.get(name), TAG_VALUE_CHARACTERS));
              }
            });
    return tags;
  }

  private static Remediation remediation(Notice notice) {
    var texts = new ArrayList<String>();
    var link = "";
    for (var remedy : notice.getRemediesList()) {
      texts.add(remedy.getText());
      link = link.isEmpty() ? NoticeText.link(remedy) : link;
    }
    var text = PlainText.line(String.join(" ", texts), RECOMMENDATION_CHARACTERS);
    if (text.isEmpty() && link.isEmpty()) {
      return Remediation.builder().build();
    }
    var shown = text;
    var url = link;
    return Remediation.builder()
        .recommendation(
            advice -> advice.text(shown.isEmpty() ? null : shown).url(url.isEmpty() ? null : url))
        .build();
  }

  private static String orElse(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
