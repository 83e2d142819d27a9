// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.breakwater.core.json.Shape;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One statement of a {@link PolicyDocument}. */
final class PolicyStatement {
  static final Shape<PolicyStatement> SHAPE =
      Shape.of(PolicyStatement::new)
          .text("Effect", (statement, value) -> statement.effect = value)
          .member("Action", texts((statement, value) -> statement.actions.add(value)))
          .member("Resource", texts((statement, value) -> statement.resources.add(value)))
          .member("Principal", PolicyStatement::principals)
          .member("NotAction", PolicyStatement::negation)
          .member("NotResource", PolicyStatement::negation)
          .member("NotPrincipal", PolicyStatement::negation);

  private static final Shape<PolicyStatement> PRINCIPALS =
      Shape.<PolicyStatement>part()
          .member("AWS", texts((statement, value) -> statement.principals.add(value)));

  private static final String ASSUME_ROLE = "sts:AssumeRole";
  private static final String EVERYTHING_WITHIN = "/*";
  private static final Pattern WILDCARD = Pattern.compile("[*?]|\\$\\{");

  private String effect = "";
  private boolean negated;
  private final List<String> actions = new ArrayList<>(2);
  private final List<String> resources = new ArrayList<>(2);
  private final List<String> principals = new ArrayList<>(0);

  private PolicyStatement() {}

  /** IAM takes a value by itself for a list of one. */
  private static Shape.Reader<PolicyStatement> texts(BiConsumer<PolicyStatement, String> add) {
    return Shape.oneOrMany((parser, statement) -> add.accept(statement, Shape.scalar(parser)));
  }

  /** Everybody is written as a text, and is nobody by name. */
  private static void principals(JsonParser parser, PolicyStatement into) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      PRINCIPALS.readInto(parser, into);
    }
  }

  private static void negation(JsonParser parser, PolicyStatement into) throws IOException {
    into.negated = true;
    parser.skipChildren();
  }

  boolean allows() {
    return effect.equals("Allow") && !negated;
  }

  /** The resources that it names and allows an action on their data of. */
  List<Resource> accessible() {
    var types = DataActions.typesCoveredBy(actions);
    return types.isEmpty()
        ? List.of()
        : resources.stream()
            .flatMap(pattern -> named(pattern).stream())
            .filter(resource -> types.contains(resource.type().name()))
            .collect(Collectors.toList());
  }

  List<Resource> accessing(String resourceType) {
    return DataActions.typesCoveredBy(actions).contains(resourceType)
        ? namedPrincipals()
        : List.of();
  }

  List<Resource> trusted() {
    return actions.stream().anyMatch(pattern -> DataActions.covers(pattern, ASSUME_ROLE))
        ? namedPrincipals()
        : List.of();
  }

  private List<Resource> namedPrincipals() {
    return principals.stream()
        .flatMap(principal -> ActingPrincipal.named(principal).stream())
        .filter(PolicyStatement::isExact)
        .collect(Collectors.toList());
  }

  /** What the ARN names, if no wildcard or variable comes before the end of the name. */
  private static Optional<Resource> named(String arn) {
    return canonical(arn)
        .flatMap(
            resource -> {
              var text = resource.arn().toString();
              return text.endsWith(EVERYTHING_WITHIN)
                  ? canonical(text.substring(0, text.length() - EVERYTHING_WITHIN.length()))
                  : Optional.of(resource);
            })
        .filter(PolicyStatement::isExact);
  }

  private static boolean isExact(Resource resource) {
    return !WILDCARD.matcher(resource.arn().toString()).find();
  }

  /** Where a resource lives is only known as far as its ARN says so. */
  private static Optional<Resource> canonical(String arn) {
    return arn.startsWith("arn:")
        ? CanonicalResource.of(arn, "", Scope.of("", ""))
        : Optional.empty();
  }
}
