// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.console.index.Severity;
import io.breakwater.console.index.query.Resource;
import io.breakwater.console.index.query.ResourceDetail;

/** Resources as the page sees them. */
public final class ResourceJson {
  private ResourceJson() {}

  public static ObjectNode row(Resource resource) {
    var row =
        Json.object()
            .put("uid", resource.uid())
            .put("name", resource.name())
            .put("type", resource.type())
            .put("account", resource.account())
            .put("region", resource.region())
            .put("worst", resource.worst().map(Severity::word).orElse(null));
    row.set("open", SeverityJson.counts(resource.open()));
    return row.put("exposures", resource.exposures());
  }

  public static ObjectNode detail(ResourceDetail detail) {
    var json = Json.object();
    json.set("resource", row(detail.resource()));
    json.set(
        "exposures",
        Json.array(
            detail.exposures(),
            involvement -> {
              var one = Json.object().put("role", involvement.role());
              one.set("exposure", ExposureJson.row(involvement.exposure()));
              return one;
            }));
    return json;
  }
}
