// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A finding of Macie in its own format.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/macie/latest/user/findings-publish-event-schemas.html">Macie
 *     events</a>
 */
record Macie(String type, String category, String title) {
  ObjectNode finding(Occasion occasion, String severity, boolean archived) {
    var finding =
        Written.object()
            .put("schemaVersion", "1.0")
            .put("id", occasion.finding())
            .put("accountId", Place.ACCOUNT)
            .put("partition", "aws")
            .put("region", Place.REGION)
            .put("type", type)
            .put("category", category)
            .put("title", title)
            .put("description", title)
            .put("createdAt", occasion.created().toString())
            .put("updatedAt", occasion.updated().toString())
            .put("count", 1)
            .put("sample", false)
            .put("archived", archived);
    finding.putObject("severity").put("description", severity);
    finding
        .withObject("/resourcesAffected/s3Bucket")
        .put("arn", occasion.subject().arn())
        .put("name", occasion.subject().id());
    return finding;
  }

  byte[] event(Occasion occasion, ObjectNode finding) {
    return Written.event("aws.macie", "Macie Finding", occasion, "", finding);
  }
}
