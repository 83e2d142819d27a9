// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.record;

import io.breakwater.console.index.Severity;
import io.breakwater.console.index.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * What revisions of exposures and of certificate alerts have in common: what the rules of reading
 * need, and what both are listed by.
 *
 * @param uid of the exposure or alert: {@code finding_info.uid}
 * @param revisionUid what is said, in which episode: {@code metadata.uid}
 * @param time of the change, in milliseconds since 1970
 * @param created when the episode opened
 * @param region empty for what is global
 * @param resources the primary one first
 */
public record Revision(
    String uid,
    String revisionUid,
    Activity activity,
    int episode,
    boolean replay,
    long time,
    long created,
    int severity,
    int status,
    Heading heading,
    String account,
    String region,
    List<Resource> resources) {
  private static final int MOST = 99;

  /** {@code arn:partition:service:region:account:resource}. */
  private static final int ARN_PARTS = 6;

  private static final int ARN_REGION = 3;
  private static final int ARN_ACCOUNT = 4;

  public Revision {
    resources = List.copyOf(resources);
  }

  static Revision of(Fields record) throws BrokenRecordException {
    return new Revision(
        record.identity("/finding_info/uid"),
        record.identity("/metadata/uid"),
        Activity.of(record.number("/activity_id", 1, 3)),
        record.number("/unmapped/episode/number", 1, Integer.MAX_VALUE),
        record.flag("/unmapped/replay"),
        record.time("/time"),
        record.optionalTime("/finding_info/created_time").orElse(record.time("/time")),
        Severity.of(record.number("/severity_id", 0, MOST)).id(),
        Status.of(record.number("/status_id", 0, MOST)).id(),
        new Heading(
            record.requiredText("/finding_info/title"),
            record.text("/finding_info/types/0"),
            record.text("/finding_info/analytic/uid")),
        Text.indexed(record.text("/cloud/account/uid")),
        Text.indexed(record.text("/cloud/region")),
        resources(record));
  }

  private static List<Resource> resources(Fields record) {
    var resources = new ArrayList<Resource>();
    for (var resource : record.each("/resources")) {
      var fields = Fields.of(resource);
      resources.add(
          new Resource(
              fields.text("/uid"),
              fields.text("/name"),
              fields.text("/type"),
              fields.text("/role"),
              orOfArn(fields.text("/owner/account/uid"), fields.text("/uid"), ARN_ACCOUNT),
              orOfArn(fields.text("/region"), fields.text("/uid"), ARN_REGION)));
    }
    return resources;
  }

  private static String orOfArn(String value, String arn, int part) {
    if (!value.isEmpty()) {
      return value;
    }
    var parts = arn.split(":", ARN_PARTS);
    return parts.length == ARN_PARTS && parts[0].equals("arn") ? parts[part] : "";
  }

  public boolean closes() {
    return activity == Activity.CLOSE;
  }

  /** The resource that is exposed; one without names where the record has none. */
  public Resource primary() {
    return resources.isEmpty() ? new Resource("", "", "", "", "", "") : resources.get(0);
  }
}
