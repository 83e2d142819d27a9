// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.catalogue;

import io.breakwater.cli.OutputFormat;
import io.breakwater.cli.TextTable;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.RelationPath;
import io.breakwater.core.catalogue.Trait;
import io.breakwater.core.resource.ResourceType;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists the traits of a catalogue. */
@Command(
    name = "list",
    description = {
      "List the traits: how each is recognised, what it contributes, how long it holds.",
      "",
      "A trait is recognised by its pattern in signals about the resource, by the same in signals"
          + " about another resource and then via relations (one against its direction has a ←), or"
          + " computed from permissions. Without a window of its own it holds as long as its"
          + " product's signals do."
    },
    mixinStandardHelpOptions = true)
final class ListTraits implements Callable<Integer> {
  private static final String NOTHING = "-";

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Only traits of this resource type, such as AWS::EC2::Instance.")
  private String type;

  @Mixin private ChosenCatalogue catalogue;

  @Option(
      names = "--format",
      description = "text or json (one object a line). Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var traits = traits(catalogue.read());
    var out = spec.commandLine().getOut();
    if (format == OutputFormat.JSON) {
      for (var trait : traits) {
        out.println(TraitJson.of(trait));
      }
    } else {
      table(traits).lines().forEach(out::println);
    }
    out.flush();
    return 0;
  }

  private List<Trait> traits(Catalogue read) {
    var types =
        read.resourceTypes().stream().sorted(Comparator.comparing(ResourceType::name)).toList();
    if (type != null && types.stream().noneMatch(known -> known.name().equals(type))) {
      throw new ParameterException(
          spec.commandLine(),
          "'%s' is none of %s"
              .formatted(
                  type, types.stream().map(ResourceType::name).collect(Collectors.joining(", "))));
    }
    return types.stream()
        .filter(known -> type == null || known.name().equals(type))
        .flatMap(known -> read.rulesFor(known).orElseThrow().traits().stream())
        .toList();
  }

  private static TextTable table(List<Trait> traits) {
    var table =
        new TextTable(
            "RESOURCE TYPE",
            "TRAIT",
            "TYPE",
            "ROLE",
            "ORIGIN",
            "WINDOW",
            "FACTORS",
            "IMPACT",
            "RECOGNISED BY");
    for (var trait : traits) {
      table.row(
          trait.resourceType().name(),
          trait.id(),
          trait.type().label(),
          trait.role().key(),
          trait.origin().key(),
          trait.window().map(Duration::toString).orElse(NOTHING),
          pairs(trait.factors(), factor -> factor.key(), source -> source.key()),
          pairs(trait.impacts(), aspect -> aspect.key(), impact -> impact.key()),
          recognisedBy(trait));
    }
    return table;
  }

  private static <K, V> String pairs(
      Map<K, V> map, Function<K, String> key, Function<V, String> value) {
    return map.isEmpty()
        ? NOTHING
        : map.entrySet().stream()
            .map(entry -> key.apply(entry.getKey()) + "=" + value.apply(entry.getValue()))
            .collect(Collectors.joining(" "));
  }

  private static String recognisedBy(Trait trait) {
    if (trait.computed()) {
      return "computed";
    }
    return trait.via().isEmpty()
        ? "pattern"
        : trait.via().stream()
            .map(ListTraits::relations)
            .distinct()
            .collect(Collectors.joining(", or ", "via ", ""));
  }

  private static String relations(RelationPath path) {
    return path.steps().stream()
        .map(step -> (step.against() ? "←" : "") + step.relation().label())
        .collect(Collectors.joining(" "));
  }
}
