// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.console.index.Severity;
import io.breakwater.core.severity.Impact;
import io.breakwater.core.severity.Level;
import io.breakwater.core.severity.SeverityModel;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Severities: how many there are of each, and the matrix that they come from. */
public final class SeverityJson {
  private static final List<Level> HIGHEST_FIRST =
      Arrays.stream(Level.values()).sorted(Collections.reverseOrder()).toList();
  private static final List<Impact> IMPACTS = List.of(Impact.LOW, Impact.MEDIUM, Impact.HIGH);

  private SeverityJson() {}

  public static ObjectNode counts(Map<Severity, Long> counts) {
    var json = Json.object();
    counts.entrySet().stream()
        .sorted(Map.Entry.<Severity, Long>comparingByKey().reversed())
        .forEach(count -> json.put(count.getKey().word(), count.getValue()));
    return json;
  }

  public static ObjectNode model(SeverityModel model) {
    var json = Json.object();
    json.set("likelihoods", Json.texts(HIGHEST_FIRST.stream().map(Level::label).toList()));
    json.set("impacts", Json.texts(IMPACTS.stream().map(Impact::label).toList()));
    var matrix = json.putObject("matrix");
    for (var likelihood : HIGHEST_FIRST) {
      var row = matrix.putObject(likelihood.label());
      for (var impact : IMPACTS) {
        row.put(impact.label(), model.severity(likelihood, impact).label());
      }
      row.put(Impact.UNKNOWN.label(), model.severity(likelihood, Impact.UNKNOWN).label());
    }
    return json;
  }
}
