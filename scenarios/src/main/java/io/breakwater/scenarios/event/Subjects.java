// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/**
 * The resources of one scenario, by what its events call them: nothing for the primary one, a name
 * for another of its type, a type and a name ({@code AWS::IAM::Role deploy}), or an ARN.
 */
public final class Subjects {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** In the texts of an event: {@code ${AWS::IAM::Role deploy}}, {@code ${id of …}}. */
  private static final Pattern PLACE = Pattern.compile("\\$\\{(id of )?((?:AWS::|arn:)[^}]+)}");

  private final String resourceType;
  private final String scenario;

  /**
   * @param resourceType of the primary resource
   */
  public Subjects(String resourceType, String scenario) {
    this.resourceType = resourceType;
    this.scenario = scenario;
  }

  /** Whether scenarios can be about resources of the type. */
  public static boolean canBeOf(String resourceType) {
    return SubjectType.of(resourceType).filter(SubjectType::isPrimary).isPresent();
  }

  public Subject primary() {
    return named("");
  }

  /**
   * @throws IllegalArgumentException when it is a type that scenarios do not know, or no ARN
   */
  public Subject named(String name) {
    if (name.startsWith("arn:")) {
      return Subject.named(name);
    }
    if (!name.startsWith("AWS::")) {
      return Subject.of(resourceType, scenario, name);
    }
    int end = name.indexOf(' ');
    return end < 0
        ? Subject.of(name, scenario, "")
        : Subject.of(name.substring(0, end), scenario, name.substring(end + 1));
  }

  /** The event with ARNs and ids where its texts name resources. */
  JsonNode spelledOut(JsonNode event) {
    var filled =
        PLACE
            .matcher(event.toString())
            .replaceAll(
                place -> {
                  var subject = named(place.group(2));
                  return place.group(1) == null ? subject.arn() : subject.id();
                });
    try {
      return JSON.readTree(filled);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
