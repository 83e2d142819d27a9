// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import io.breakwater.core.hash.Sha256;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.resource.Scope;
import java.util.Locale;

/**
 * A resource that events are about.
 *
 * @param type its CloudFormation name, or empty where it is not known
 * @param id what AWS calls it where an ARN is not used: an instance id, a name
 */
public record Subject(String type, String id, String arn) {
  private static final int NAME_LENGTH = 24;

  /**
   * The resource of that type which belongs to a scenario; no two scenarios share one.
   *
   * @throws IllegalArgumentException when the type is not one of those that scenarios know
   */
  static Subject of(String resourceType, String scenario, String name) {
    var type =
        SubjectType.of(resourceType)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "scenarios know no resources of the type " + resourceType));
    return type.named(readable(scenario), Sha256.identity(resourceType, scenario, name));
  }

  /** Any resource, which scenarios share if they name the same. */
  static Subject named(String arn) {
    return CanonicalResource.of(arn, "", Scope.of(Place.ACCOUNT, Place.REGION))
        .map(resource -> new Subject(typeName(resource), resource.arn().name(), arn))
        .orElseThrow(() -> new IllegalArgumentException("no ARN: " + arn));
  }

  private static String typeName(Resource resource) {
    return resource.type().equals(ResourceType.OTHER) ? "" : resource.type().name();
  }

  /** So that a person who reads an event sees the scenario that it comes from. */
  static String readable(String scenario) {
    var words = scenario.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    var start = words.replaceAll("^[^a-z]+", "");
    var cut = start.substring(0, Math.min(NAME_LENGTH, start.length()));
    return cut.isEmpty() ? "scenario" : cut.replaceAll("-$", "");
  }

  /** What ASFF calls its type. */
  String asffType() {
    return SubjectType.of(type).map(known -> known.asff).orElse("Other");
  }

  /** That of the ARN, else where every scenario plays. */
  String account() {
    var own = Arn.parse(arn).account();
    return own.isEmpty() ? Place.ACCOUNT : own;
  }

  /** That of the ARN, else where every scenario plays. */
  String region() {
    var own = Arn.parse(arn).region();
    return own.isEmpty() ? Place.REGION : own;
  }
}
