// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.resource;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The CloudFormation name of a resource type, from what each product calls it.
 *
 * <p>ASFF's names follow a rule ({@code AwsEc2Instance}: Aws, service, thing) with exceptions; all
 * other names are looked up. {@code type-names.txt} holds services and exceptions.
 */
final class ResourceTypes {
  private static final Map<String, String> NAMES =
      Table.read(ResourceTypes.class, "type-names.txt", 2).stream()
          .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));

  private static final Map<String, ResourceType> KNOWN =
      NAMES.values().stream()
          .filter(name -> !isService(name))
          .distinct()
          .map(ResourceType::named)
          .collect(Collectors.toUnmodifiableMap(ResourceType::name, Function.identity()));

  private ResourceTypes() {}

  /** {@link ResourceType#OTHER} for an empty type; a name that no rule knows stays what it is. */
  static ResourceType of(String type) {
    if (type.isEmpty()) {
      return ResourceType.OTHER;
    }
    var name = NAMES.get(type);
    if (name != null && !isService(name)) {
      return KNOWN.get(name);
    }
    return ResourceType.named(type.startsWith("Aws") ? byRule(type) : type);
  }

  /** The longest known service that the name begins with, at a capital letter. */
  private static String byRule(String type) {
    for (int cut = type.length() - 1; cut > "Aws".length(); cut--) {
      if (Character.isUpperCase(type.charAt(cut))) {
        var service = NAMES.get(type.substring(0, cut));
        if (service != null && isService(service)) {
          return service + type.substring(cut);
        }
      }
    }
    return type;
  }

  private static boolean isService(String name) {
    return name.endsWith("::");
  }
}
