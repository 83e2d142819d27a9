// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Sensitive data in a resource, as Macie finds it in the objects of a bucket, or another product
 * reports it to Security Hub.
 *
 * @param category in Macie's words
 */
record SensitiveDataReport(
    String source,
    HubProduct product,
    String category,
    String severity,
    boolean archived,
    HubState state)
    implements Report {
  static SensitiveDataReport of(JsonNode event) {
    return new SensitiveDataReport(
        event.path("as").asText("macie"),
        HubProduct.of(event, HubProduct.MACIE),
        event.path("sensitiveData").asText(),
        event.path("severity").asText("High"),
        event.path("archived").asBoolean(),
        HubState.of(event));
  }

  @Override
  public String key() {
    return "sensitive data " + category;
  }

  @Override
  public byte[] event(Occasion occasion) {
    return switch (source) {
      case "asff" -> asff(occasion);
      case "ocsf" -> ocsf(occasion);
      default -> macie(occasion);
    };
  }

  private String type() {
    return "SensitiveData:S3Object/"
        + switch (category) {
          case "CREDENTIALS" -> "Credentials";
          case "FINANCIAL_INFORMATION" -> "Financial";
          case "PERSONAL_INFORMATION" -> "Personal";
          default -> "CustomIdentifier";
        };
  }

  private String title() {
    return "Data of category " + category + " was found";
  }

  private byte[] macie(Occasion occasion) {
    var format = new Macie(type(), "CLASSIFICATION", title());
    var finding = format.finding(occasion, severity, archived);
    var key = "exports/" + occasion.finding() + ".csv";
    finding
        .withObject("/resourcesAffected/s3Object")
        .put("bucketArn", occasion.subject().arn())
        .put("key", key)
        .put("path", occasion.subject().id() + "/" + key);
    var result = finding.withObject("/classificationDetails/result");
    if (category.equals("CUSTOM_IDENTIFIER")) {
      result.putObject("customDataIdentifiers").put("totalCount", 7);
    } else {
      result.putArray("sensitiveData").addObject().put("category", category).put("totalCount", 7);
    }
    return format.event(occasion, finding);
  }

  private byte[] asff(Occasion occasion) {
    var format =
        new Asff(
            product,
            occasion.finding(),
            "Sensitive Data Identifications/" + type().replace('/', '-'),
            title());
    var finding = format.finding(occasion, severity, state, Around.NOTHING);
    finding
        .withArray("Resources")
        .get(0)
        .withObject("/DataClassification/Result")
        .putArray("SensitiveData")
        .addObject()
        .put("Category", category);
    return format.event(occasion, finding);
  }

  private byte[] ocsf(Occasion occasion) {
    var format = new Ocsf(Ocsf.DATA_SECURITY, product, occasion.finding(), title());
    return format.event(
        occasion, format.finding(occasion, type(), severity, state, Around.NOTHING));
  }
}
