// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.signal.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** What a revision says, as far as a table of exposures shows it. */
record Revision(
    String exposureUid,
    Activity activity,
    Severity severity,
    String title,
    String resource,
    String account,
    String region,
    Instant time,
    String closedBy) {

  enum Activity {
    CREATE,
    UPDATE,
    CLOSE
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads one record of the exposures stream. */
  static Revision of(byte[] ocsf) {
    try {
      var finding = JSON.readTree(ocsf);
      var resource = finding.at("/resources/0");
      return new Revision(
          finding.at("/finding_info/uid").asText(),
          Activity.values()[finding.path("activity_id").asInt() - 1],
          Severity.ofLabel(finding.path("severity").asText()),
          finding.at("/finding_info/title").asText(),
          resource.path("name").asText(),
          finding.at("/cloud/account/uid").asText(),
          finding.at("/cloud/region").asText(),
          Instant.ofEpochMilli(finding.path("time").asLong()),
          finding.at("/unmapped/closed/reason").asText());
    } catch (IOException e) {
      throw new UncheckedIOException("the job wrote something that is no JSON", e);
    }
  }
}
