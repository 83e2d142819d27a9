// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.RecognisedTrait;
import io.breakwater.core.certificate.CertificateEvent;
import io.breakwater.core.decode.Decoded;
import io.breakwater.core.decode.Part;
import io.breakwater.core.signal.Signal;
import java.util.stream.Collectors;

/** A few lines a record, for people. */
final class TextExplanation implements Explanation {
  private final Catalogue catalogue;

  TextExplanation(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public String of(String input, Decoded decoded) {
    var text = new StringBuilder();
    text.append(input).append(": ").append(decoded.format().label());
    for (var part : decoded.parts()) {
      text.append("\n  ").append(part.decision().label()).append(why(part));
      part.signals().forEach(signal -> text.append("\n    ").append(line(signal)));
      part.relations().forEach(relation -> text.append("\n    ").append(relation));
      part.certificate().ifPresent(event -> text.append("\n    ").append(line(event)));
    }
    return text.toString();
  }

  private static String why(Part part) {
    if (part.reason().isEmpty()) {
      return "";
    }
    return " (" + part.reason() + (part.detail().isEmpty() ? "" : ": " + part.detail()) + ")";
  }

  private String line(Signal signal) {
    var traits =
        catalogue.recognise(signal).stream()
            .map(TextExplanation::name)
            .collect(Collectors.joining(", "));
    return String.join(
        "  ",
        signal.severity().label(),
        signal.state().label(),
        signal.updatedAt().toString(),
        signal.resource().type().name(),
        signal.resource().arn().toString(),
        "\"" + signal.title() + "\"",
        traits.isEmpty() ? "no trait" : "gives " + traits);
  }

  private static String name(RecognisedTrait recognised) {
    return recognised.trait().type().label() + ":" + recognised.trait().id();
  }

  private static String line(CertificateEvent event) {
    var days = event.daysToExpiry();
    return event.type().detailType()
        + "  "
        + event.arn()
        + (event.commonName().isEmpty() ? "" : "  " + event.commonName())
        + (days.isPresent() ? "  " + days.getAsInt() + " days" : "");
  }
}
