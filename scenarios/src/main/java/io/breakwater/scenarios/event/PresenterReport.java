// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The configuration item of something that presents certificates, or that it was deleted.
 *
 * @param listens the load balancer of a listener
 * @param presented ARN of the certificate; absent where it presents none
 * @param scheme whether it is reached from the internet, in the words of its type
 * @param owner by its tags; may be empty
 */
record PresenterReport(
    PresenterKind kind,
    Subject listens,
    Optional<String> presented,
    boolean deleted,
    String scheme,
    String owner)
    implements Report {
  /**
   * @throws IllegalArgumentException when the scenario says of it what it cannot have
   */
  static PresenterReport of(JsonNode event, String scenario, Subject certificate) {
    var kind = kind(event.path("presenter").asText());
    var scheme = event.path("scheme").asText();
    if (!scheme.isEmpty() && !kind.schemes().contains(scheme)) {
      throw new IllegalArgumentException(
          "'"
              + kind.key()
              + "' has "
              + (kind.schemes().isEmpty()
                  ? "no scheme"
                  : "the scheme " + String.join(" or ", kind.schemes()) + ", not " + scheme));
    }
    if (event.has("presents") && !kind.namesCertificates()) {
      throw new IllegalArgumentException("the listeners of a load balancer present certificates");
    }
    boolean presents = kind.namesCertificates() && event.path("presents").asBoolean(true);
    return new PresenterReport(
        kind,
        PresenterKind.LOAD_BALANCER.named(scenario, name(event)),
        presents ? Optional.of(certificate.arn()) : Optional.empty(),
        false,
        scheme,
        event.path("owner").asText());
  }

  static PresenterReport deleted(PresenterKind kind, JsonNode event, String scenario) {
    var balancer = PresenterKind.LOAD_BALANCER.named(scenario, name(event));
    return new PresenterReport(kind, balancer, Optional.empty(), true, "", "");
  }

  static PresenterKind kind(String key) {
    return PresenterKind.of(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + key + "' presents nothing: it is one of " + PresenterKind.keys()));
  }

  /** What the scenario calls it. */
  static String name(JsonNode event) {
    return event.path("called").asText("web");
  }

  @Override
  public String key() {
    return "configuration";
  }

  @Override
  public byte[] event(Occasion occasion) {
    return ConfigItem.event(
        occasion,
        kind.type(),
        deleted ? ConfigItem.DELETED : ConfigItem.OK,
        item -> {
          item.putArray("relationships");
          if (deleted) {
            item.putNull("configuration");
          } else {
            Written.putIfSaid(item.putObject("tags"), "team", owner);
            configuration(item.putObject("configuration"), occasion.subject());
          }
        });
  }

  /** Types that Config learnt from CloudFormation write their keys with a capital. */
  private void configuration(ObjectNode configuration, Subject subject) {
    switch (kind) {
      case LOAD_BALANCER -> {
        configuration.put("loadBalancerArn", subject.arn()).put("type", "application");
        Written.putIfSaid(configuration, "scheme", scheme);
      }
      case LISTENER -> {
        configuration
            .put("ListenerArn", subject.arn())
            .put("LoadBalancerArn", listens.arn())
            .put("Port", 443)
            .put("Protocol", "HTTPS");
        var certificates = configuration.putArray("Certificates");
        presented.ifPresent(arn -> certificates.addObject().put("CertificateArn", arn));
      }
      case CLASSIC_LOAD_BALANCER -> {
        configuration.put("loadBalancerName", subject.id());
        Written.putIfSaid(configuration, "scheme", scheme);
        var listener =
            configuration
                .putArray("listenerDescriptions")
                .addObject()
                .putObject("listener")
                .put("protocol", "HTTPS")
                .put("loadBalancerPort", 443);
        presented.ifPresent(arn -> listener.put("sslCertificateId", arn));
      }
      case DISTRIBUTION -> {
        configuration.put("id", subject.id()).put("domainName", "d1example.cloudfront.net");
        var viewer = configuration.withObject("/distributionConfig/viewerCertificate");
        presented.ifPresent(arn -> viewer.put("acmCertificateArn", arn));
      }
      case API_DOMAIN -> {
        configuration.put("DomainName", subject.id());
        presented.ifPresent(arn -> configuration.put("RegionalCertificateArn", arn));
        if (!scheme.isEmpty()) {
          configuration.putObject("EndpointConfiguration").putArray("Types").add(scheme);
        }
      }
    }
  }
}
