// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import io.breakwater.core.hash.Sha256;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can present a certificate. */
enum PresenterKind {
  LOAD_BALANCER("loadBalancer", "AWS::ElasticLoadBalancingV2::LoadBalancer"),
  /** Of the load balancer of the same name. */
  LISTENER("listener", "AWS::ElasticLoadBalancingV2::Listener"),
  CLASSIC_LOAD_BALANCER("classicLoadBalancer", "AWS::ElasticLoadBalancing::LoadBalancer"),
  DISTRIBUTION("distribution", "AWS::CloudFront::Distribution"),
  API_DOMAIN("apiDomain", "AWS::ApiGateway::DomainName");

  private static final int NAME_LENGTH = 32;
  private static final int ID_LENGTH = 16;
  private static final int DISTRIBUTION_LENGTH = 13;

  private final String key;
  private final String type;

  PresenterKind(String key, String type) {
    this.key = key;
    this.type = type;
  }

  static Optional<PresenterKind> of(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
  }

  static String keys() {
    return Arrays.stream(values()).map(kind -> kind.key).collect(Collectors.joining(", "));
  }

  String key() {
    return key;
  }

  String type() {
    return type;
  }

  /** The one of that name in a scenario; no two scenarios share one. */
  Subject named(String scenario, String name) {
    var hash = Sha256.identity("presenter", scenario, name);
    var readable = name + "-" + hash;
    var unique = readable.substring(0, Math.min(NAME_LENGTH, readable.length()));
    var balancer = "app/" + unique + "/" + hash.substring(0, ID_LENGTH);
    return switch (this) {
      case LOAD_BALANCER -> byArn(Place.arn("elasticloadbalancing", "loadbalancer/" + balancer));
      case LISTENER ->
          byArn(
              Place.arn(
                  "elasticloadbalancing",
                  "listener/" + balancer + "/" + hash.substring(ID_LENGTH)));
      case CLASSIC_LOAD_BALANCER ->
          new Subject(type, unique, Place.arn("elasticloadbalancing", "loadbalancer/" + unique));
      case DISTRIBUTION -> {
        var id = "E" + hash.substring(0, DISTRIBUTION_LENGTH).toUpperCase(Locale.ROOT);
        yield new Subject(type, id, Place.globalArn("cloudfront", "distribution/" + id));
      }
      case API_DOMAIN -> {
        var domain = unique + ".example.com";
        yield new Subject(type, domain, Place.sharedArn("apigateway", "/domainnames/" + domain));
      }
    };
  }

  /** Config's id for those is the ARN. */
  private Subject byArn(String arn) {
    return new Subject(type, arn, arn);
  }

  /** What a scheme of such a presenter can be; none where it has no scheme. */
  List<String> schemes() {
    return switch (this) {
      case LOAD_BALANCER, CLASSIC_LOAD_BALANCER -> List.of("internet-facing", "internal");
      case API_DOMAIN -> List.of("EDGE", "REGIONAL", "PRIVATE");
      default -> List.of();
    };
  }

  /** Whether its item names certificates; that of a load balancer leaves it to its listeners. */
  boolean namesCertificates() {
    return this != LOAD_BALANCER;
  }
}
