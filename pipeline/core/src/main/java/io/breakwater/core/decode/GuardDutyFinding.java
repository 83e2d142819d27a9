// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.json.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is read of a GuardDuty finding, in GuardDuty's words, with the names as events write them or
 * with the capitals of the API models.
 *
 * @see <a href="https://docs.aws.amazon.com/guardduty/latest/APIReference/API_Finding.html">Finding
 *     </a>
 */
final class GuardDutyFinding {
  static final Shape<GuardDutyFinding> SHAPE =
      Shape.of(GuardDutyFinding::new)
          .inEitherCase()
          .text("arn", (finding, value) -> finding.arn = value)
          .text("id", (finding, value) -> finding.id = value)
          .text("accountId", (finding, value) -> finding.account = value)
          .text("region", (finding, value) -> finding.region = value)
          .text("partition", (finding, value) -> finding.partition = value)
          .text("type", (finding, value) -> finding.type = value)
          .text("title", (finding, value) -> finding.title = value)
          .number("severity", (finding, value) -> finding.severity = value)
          .time("createdAt", (finding, value) -> finding.createdAt = value)
          .time("updatedAt", (finding, value) -> finding.updatedAt = value)
          .inside("resource", resource())
          .inside(
              "service",
              part()
                  .text("archived", (finding, value) -> finding.archived = isTrue(value))
                  .text("resourceRole", (finding, value) -> finding.resourceRole = value)
                  .time("eventLastSeen", (finding, value) -> finding.eventLastSeen = value)
                  .inside(
                      "additionalInfo",
                      part()
                          .text("sample", (finding, value) -> finding.sample = isTrue(value))
                          .text("value", (finding, value) -> finding.additional = value))
                  .inside("detection", part().inside("sequence", sequence())));

  /** In what the API and older findings in Security Hub write as JSON in a text. */
  static final Pattern SAMPLE = Pattern.compile("\"sample\"\\s*:\\s*true");

  String arn = "";
  String id = "";
  String account = "";
  String region = "";
  String partition = "";
  String type = "";
  String title = "";
  double severity = Double.NaN;
  String createdAt = "";
  String updatedAt = "";
  String eventLastSeen = "";
  String resourceRole = "";
  boolean archived;
  String resourceType = "";
  final List<GuardDutyResource> details = new ArrayList<>(2);

  /** What the finding tells of a workload beside the cluster. */
  final GuardDutyWorkload workload = new GuardDutyWorkload();

  private boolean sample;
  private String additional = "";
  private final List<GuardDutyResource> involved = new ArrayList<>(0);
  private final List<String> involvedUids = new ArrayList<>(0);

  private static Shape<GuardDutyFinding> part() {
    return Shape.<GuardDutyFinding>part().inEitherCase();
  }

  private static Shape<GuardDutyFinding> resource() {
    var shape = part().text("resourceType", (finding, value) -> finding.resourceType = value);
    GuardDutyResource.DETAILS.forEach(
        (name, details) -> shape.object(name, details, (finding, it) -> finding.details.add(it)));
    return shape
        .each(
            "s3BucketDetails",
            GuardDutyResource.BUCKET,
            (finding, bucket) -> finding.details.add(bucket))
        .member(
            "kubernetesDetails",
            (parser, finding) -> GuardDutyWorkload.KUBERNETES.readInto(parser, finding.workload))
        .member(
            "containerDetails",
            (parser, finding) -> GuardDutyWorkload.CONTAINER.readInto(parser, finding.workload));
  }

  private static Shape<GuardDutyFinding> sequence() {
    return part()
        .each(
            "resources",
            GuardDutyResource.IN_SEQUENCE,
            (finding, resource) -> finding.involved.add(resource))
        .each(
            "signals",
            Shape.of(ArrayList<String>::new).inEitherCase().texts("resourceUids", List::add),
            (finding, uids) -> finding.involvedUids.addAll(uids));
  }

  private static boolean isTrue(String text) {
    return text.equalsIgnoreCase("true");
  }

  /** Events say it twice, the API only in a text that holds JSON. */
  boolean isSample() {
    return sample || SAMPLE.matcher(additional).find();
  }

  /**
   * The resources that the finding is about: what the resource type names, an instance wherever one
   * is named, and all that took part in an attack sequence. The access key in a finding about a
   * bucket or a cluster is the actor's, and no resource that is in danger.
   */
  List<GuardDutyResource> affected() {
    var affected = new ArrayList<>(involved);
    var about = isAboutBuckets() ? GuardDutyResource.BUCKET_TYPE : resourceType;
    affected.addAll(detailsWhere(resource -> resource.isAffectedIn(about)));
    if (affected.isEmpty()) { // a resource type of tomorrow
      affected.addAll(detailsWhere(resource -> !resource.isKey()));
    }
    var known = involved.stream().map(resource -> resource.id).collect(Collectors.toSet());
    involvedUids.stream()
        .filter(uid -> uid.startsWith("arn:") && known.add(uid))
        .map(GuardDutyResource::named)
        .forEach(affected::add);
    return affected;
  }

  /** Findings of S3 that come from management events may name the actor's key as the resource. */
  private boolean isAboutBuckets() {
    return type.contains(":S3/") && details.stream().anyMatch(GuardDutyResource::isBucket);
  }

  private List<GuardDutyResource> detailsWhere(Predicate<GuardDutyResource> condition) {
    return details.stream().filter(condition).collect(Collectors.toList());
  }
}
