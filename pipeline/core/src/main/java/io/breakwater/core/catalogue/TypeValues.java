// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import io.breakwater.core.resource.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.event.ruler.Machine;

/** What was read of one type of resource, before it becomes its rules. */
final class TypeValues {
  final String file;
  final String noun;
  final Map<String, Trait> traits = new LinkedHashMap<>();
  final List<ExposureRule> rules = new ArrayList<>();
  final Machine machine = Machine.builder().build();

  TypeValues(String file, String noun) {
    this.file = file;
    this.noun = noun;
  }

  ResourceRules rules(ResourceType type) {
    return new ResourceRules(type, noun, traits, rules, machine);
  }
}
