// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** A finding in the AWS Security Finding Format, as Security Hub CSPM imports it. */
record Asff(HubProduct product, String id, String type, String title) {
  ObjectNode finding(Occasion occasion, String severity, HubState state, Around around) {
    var finding =
        Written.object()
            .put("SchemaVersion", "2018-10-08")
            .put("Id", id)
            .put("ProductArn", productArn())
            .put("ProductName", product.name())
            .put("CompanyName", product.company())
            .put("GeneratorId", product.path())
            .put("AwsAccountId", occasion.subject().account())
            .put("Region", occasion.subject().region())
            .put("CreatedAt", Written.millis(occasion.created()))
            .put("FirstObservedAt", Written.millis(occasion.created()))
            .put("LastObservedAt", Written.millis(occasion.updated()))
            .put("UpdatedAt", Written.millis(occasion.updated()))
            .put("Title", title)
            .put("Description", title)
            .put("RecordState", state.record());
    finding.putArray("Types").add(type);
    finding.putObject("Severity").put("Label", severity.toUpperCase(Locale.ROOT));
    finding.putObject("Workflow").put("Status", state.workflow());
    var resource =
        finding
            .putArray("Resources")
            .addObject()
            .put("Type", occasion.subject().asffType())
            .put("Id", occasion.subject().arn())
            .put("Partition", "aws")
            .put("Region", occasion.subject().region());
    around.writeAsff(resource);
    return finding;
  }

  byte[] event(Occasion occasion, ObjectNode finding) {
    var detail = Written.object();
    detail.putArray("findings").add(finding);
    return Written.event(
        "aws.securityhub",
        "Security Hub Findings - Imported",
        occasion,
        productArn() + "/" + id,
        detail);
  }

  private String productArn() {
    return "arn:aws:securityhub:" + Place.REGION + "::product/" + product.path();
  }
}
