// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonFactory;
import io.breakwater.core.json.Shape;
import io.breakwater.core.relation.RelationType;
import io.breakwater.core.resource.Resource;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What an IAM policy allows by name: which data it gives access to, and who may assume a role.
 *
 * <p>An edge says that one policy allows it, and no more. Statements that deny, conditions,
 * permissions boundaries and policies of the organisation are not evaluated; a statement with
 * {@code NotAction}, {@code NotResource} or {@code NotPrincipal} says what it does not mean, and
 * states nothing here; neither does {@code "Resource": "*"}, which names no resource.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar
 *     of policies</a>
 */
final class PolicyDocument {
  private static final JsonFactory JSON = new JsonFactory();

  private static final Shape<PolicyDocument> SHAPE =
      Shape.of(PolicyDocument::new)
          .member(
              "Statement",
              Shape.oneOrMany(
                  (parser, document) -> document.add(PolicyStatement.SHAPE.read(parser))));

  private final List<PolicyStatement> allowing = new ArrayList<>(2);

  private PolicyDocument() {}

  /**
   * The policy in the text, which Config gives as JSON or encoded as in a URL. A text that is no
   * policy states nothing.
   */
  static PolicyDocument parse(String text) {
    try (var parser = JSON.createParser(decoded(text))) {
      parser.nextToken();
      return SHAPE.read(parser);
    } catch (IOException | IllegalArgumentException e) {
      return new PolicyDocument();
    }
  }

  private static String decoded(String text) {
    return text.startsWith("%") ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text;
  }

  private void add(PolicyStatement statement) {
    if (statement.allows()) {
      allowing.add(statement);
    }
  }

  /** Resources whose data it lets whoever it is attached to read or write. */
  Set<Resource> accessible() {
    return all(PolicyStatement::accessible);
  }

  /** Roles and users that it lets read or write data in resources of the type. */
  Set<Resource> accessing(String resourceType) {
    return all(statement -> statement.accessing(resourceType));
  }

  /** Roles and users that it lets assume the role it is the trust policy of. */
  Set<Resource> trusted() {
    return all(PolicyStatement::trusted);
  }

  private Set<Resource> all(Function<PolicyStatement, Collection<Resource>> part) {
    var resources = new LinkedHashSet<Resource>();
    allowing.forEach(statement -> resources.addAll(part.apply(statement)));
    return resources;
  }

  /** Of a policy, or of the one principal that the policy is part of. */
  static void ofPrincipal(Configuration owner, String document) {
    parse(document)
        .accessible()
        .forEach(
            resource ->
                owner.relate(Mention.ITSELF, RelationType.CAN_ACCESS, Mention.known(resource)));
  }

  static void ofBucket(Configuration bucket, String document) {
    parse(document)
        .accessing(TypeName.BUCKET)
        .forEach(
            principal ->
                bucket.relate(Mention.known(principal), RelationType.CAN_ACCESS, Mention.ITSELF));
  }

  static void ofTrust(Configuration role, String document) {
    parse(document)
        .trusted()
        .forEach(
            principal ->
                role.relate(Mention.known(principal), RelationType.ASSUMES, Mention.ITSELF));
  }
}
