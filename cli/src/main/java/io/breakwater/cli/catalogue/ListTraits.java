// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.cli.OutputFormat;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.Trait;
import io.breakwater.core.resource.ResourceType;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists the traits of a catalogue. */
@Command(
    name = "list",
    description = "List the traits: how each is recognised, what it contributes, how long it holds.",
    mixinStandardHelpOptions = true)
final class ListTraits implements Callable<Integer> {
  private static final JsonFactory JSON = new JsonFactory();

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Only traits of this resource type, such as AWS::EC2::Instance.")
  private String type;

  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description = "A catalogue in place of the one that ships.")
  private Path directory;

  @Option(
      names = "--format",
      description = "text or json (one object a line). Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var catalogue = directory == null ? Catalogue.builtIn() : Catalogue.in(directory);
    var traits = traits(catalogue);
    var out = spec.commandLine().getOut();
    if (format == OutputFormat.JSON) {
      for (var trait : traits) {
        out.println(json(trait));
      }
    } else {
      var table =
          new TextTable("RESOURCE TYPE", "TRAIT", "TYPE", "ROLE", "ORIGIN", "BY", "FACTORS", "IMPACT");
      for (var trait : traits) {
        table.row(
            trait.resourceType().name(),
            trait.id(),
            trait.type().label(),
            trait.role().key(),
            trait.origin().key(),
            recognisedBy(trait),
            factors(trait),
            impacts(trait));
      }
      table.lines().forEach(out::println);
    }
    out.flush();
    return 0;
  }

  private List<Trait> traits(Catalogue catalogue) {
    if (type != null && catalogue.rulesFor(ResourceType.named(type)).isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "'" + type + "' is none of " + catalogue.resourceTypes().stream().map(ResourceType::name).sorted().collect(Collectors.joining(", ")));
    }
    return catalogue.resourceTypes().stream()
        .filter(known -> type == null || known.name().equals(type))
        .sorted(Comparator.comparing(ResourceType::name))
        .flatMap(known -> catalogue.rulesFor(known).orElseThrow().traits().stream())
        .toList();
  }

  private static String recognisedBy(Trait trait) {
    if (trait.computed()) {
      return "computed";
    }
    return trait.via().isEmpty() ? "pattern" : "relation";
  }

  private static String factors(Trait trait) {
    return trait.factors().entrySet().stream()
        .map(factor -> factor.getKey().key() + "=" + factor.getValue().key())
        .collect(Collectors.joining(" "));
  }

  private static String impacts(Trait trait) {
    return trait.impacts().entrySet().stream()
        .map(impact -> impact.getKey().key() + "=" + impact.getValue().key())
        .collect(Collectors.joining(" "));
  }

  private static String json(Trait trait) throws IOException {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("resourceType", trait.resourceType().name());
      json.writeStringField("id", trait.id());
      json.writeStringField("type", trait.type().label());
      json.writeStringField("role", trait.role().key());
      json.writeStringField("origin", trait.origin().key());
      json.writeStringField("title", trait.title());
      json.writeStringField("recognisedBy", recognisedBy(trait));
      texts(json, "via", trait.via().stream().map(Object::toString).toList());
      texts(json, "indicators", trait.indicators());
      json.writeObjectFieldStart("factors");
      for (var factor : trait.factors().entrySet()) {
        json.writeStringField(factor.getKey().key(), factor.getValue().key());
      }
      json.writeEndObject();
      json.writeObjectFieldStart("impact");
      for (var impact : trait.impacts().entrySet()) {
        json.writeStringField(impact.getKey().key(), impact.getValue().key());
      }
      json.writeEndObject();
      if (trait.window().isPresent()) {
        json.writeStringField("window", trait.window().get().toString());
      }
      json.writeObjectFieldStart("remediation");
      json.writeStringField("text", trait.remediation());
      json.writeStringField("url", trait.remediationUrl());
      json.writeEndObject();
      json.writeStringField("declaredAt", trait.declaredAt());
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void texts(JsonGenerator json, String field, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (var value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
