// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import io.breakwater.core.relation.RelationType;
import io.breakwater.core.resource.Labels;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.resource.Tags;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What signals say of certificates: configuration items, their deletion, and the controls of
 * Security Hub that look at certificates.
 */
public final class CertificateSignals {
  private static final String RENEWAL = "ACM.1";
  private static final String KEY_LENGTH = "ACM.2";

  private CertificateSignals() {}

  /** Empty for a signal that is of no certificate, or that says nothing of its life. */
  public static Optional<CertificateEvent> eventOf(Signal signal) {
    if (!signal.resource().type().equals(ResourceType.CERTIFICATE)) {
      return Optional.empty();
    }
    if (signal.product().equals(Product.CONFIG) && signal.control().isEmpty()) {
      return Optional.of(
          signal.state() == SignalState.DELETED
              ? event(signal, CertificateEventType.DELETED).build()
              : configuration(signal));
    }
    switch (signal.control()) {
      case RENEWAL:
        return Optional.of(control(signal, CertificateEventType.RENEWAL_CONTROL));
      case KEY_LENGTH:
        return Optional.of(control(signal, CertificateEventType.KEY_CONTROL));
      default:
        return Optional.empty();
    }
  }

  private static CertificateEvent configuration(Signal item) {
    var event = event(item, CertificateEventType.CONFIGURATION);
    for (var field : CertificateField.values()) {
      event.with(field, item.attributes().getOrDefault(field.attribute(), ""));
    }
    return event
        .with(
            CertificateField.USED_BY,
            item.relations().stream()
                .filter(relation -> relation.type() == RelationType.PRESENTS)
                .filter(relation -> relation.to().equals(item.resource()))
                .map(relation -> relation.from().arn().toString())
                .sorted()
                .collect(Collectors.joining(" ")))
        .build();
  }

  /** A finding that was put away or resolved does not complain any more. */
  private static CertificateEvent control(Signal finding, CertificateEventType type) {
    return event(finding, type)
        .with(CertificateField.STATUS, finding.state() == SignalState.ACTIVE ? "FAILED" : "PASSED")
        .build();
  }

  private static CertificateEvent.Builder event(Signal signal, CertificateEventType type) {
    var tags = signal.tags();
    return CertificateEvent.builder()
        .with(CertificateField.TAGS, tags.map(CertificateTags::write).orElse(""))
        .with(CertificateField.OWNER, Labels.of(tags.orElse(Tags.NONE), signal.owner()).owner())
        .arn(signal.resource().arn())
        .type(type)
        .account(signal.resource().account())
        .region(signal.resource().region())
        .time(signal.updatedAt())
        .replayed(signal.replayed());
  }
}
