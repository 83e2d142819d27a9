// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonToken;
import io.breakwater.core.json.Shape;
import io.breakwater.core.relation.RelationType;
import io.breakwater.core.signal.Attribute;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** What is read of the configuration of a resource, until it is known whose it is. */
final class Configuration {
  private static final String PUBLIC = "public";
  private static final String PRIVATE = "private";

  final Mentions mentions = new Mentions();

  /** The resource, where the configuration tells it of one that it only mentions. */
  Mention itself = Mention.ITSELF;

  private Mention vpc = Mention.NONE;
  private final Map<String, String> attributes = new TreeMap<>();

  /** A part of a configuration, whatever the case of its keys. */
  static Shape<Configuration> part() {
    return Shape.<Configuration>part().inAnyCase();
  }

  /** A part whose one field names a resource of the type. */
  static Shape<Configuration> part(String field, String type) {
    return part().text(field, mention(type));
  }

  static BiConsumer<Configuration, String> mention(String type) {
    return (configuration, id) -> configuration.mentions.add(Mention.of(id, type));
  }

  /** What is said of another resource, which says its own name, and that it is mentioned. */
  void add(Configuration other) {
    mentions.add(other.itself);
    mentions.addAllOf(other.itself, other.mentions);
  }

  void image(String address) {
    mentions.add(Mention.image(address));
  }

  void vpc(String id) {
    vpc = Mention.of(id, TypeName.VPC);
    mentions.add(vpc);
  }

  /** The VPC that it lies in, wherever the configuration says so. */
  Mention vpc() {
    return itself -> vpc.seenFrom(itself);
  }

  /**
   * One or several of them, by id or as objects with the id in a field: by which of the two a list
   * is written differs between Config's own types, CloudFormation's and Security Hub's.
   */
  static Shape.Reader<Configuration> oneOrMany(String field, String type) {
    var object = part(field, type);
    return Shape.oneOrMany(
        (parser, configuration) -> {
          if (parser.currentToken() == JsonToken.START_OBJECT) {
            object.readInto(parser, configuration);
          } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
            configuration.mentions.add(Mention.of(Shape.scalar(parser), type));
          }
        });
  }

  void relate(Mention from, RelationType type, Mention to) {
    mentions.add(from, type, to);
  }

  /** A certificate of ACM that it presents; IAM keeps others, which are none. */
  void present(String certificate) {
    if (certificate.contains(":acm:")) {
      relate(Mention.ITSELF, RelationType.PRESENTS, Mention.of(certificate, TypeName.CERTIFICATE));
    }
  }

  void attribute(String name, String value) {
    attributes.put(name, value);
  }

  /** One public address is enough. */
  void publicAddress(String address) {
    if (!address.isEmpty()) {
      attributes.put(Attribute.ADDRESS, PUBLIC);
    }
  }

  void privateAddress(String address) {
    if (!address.isEmpty()) {
      attributes.putIfAbsent(Attribute.ADDRESS, PRIVATE);
    }
  }

  /** One that is routed on the internet: the rest, such as unique local ones, says nothing. */
  void ipv6Address(String address) {
    if (address.startsWith("2") || address.startsWith("3")) {
      attributes.put(Attribute.ADDRESS_IPV6, PUBLIC);
    }
  }

  void sharePublicAddress(Configuration part) {
    for (var family : List.of(Attribute.ADDRESS, Attribute.ADDRESS_IPV6)) {
      if (PUBLIC.equals(part.attributes.get(family))) {
        attributes.put(family, PUBLIC);
      }
    }
  }

  /** Where one word says whether the address is public: a word that is neither says nothing. */
  static BiConsumer<Configuration, String> address(String whenPublic, String whenPrivate) {
    return (configuration, word) -> {
      if (word.equalsIgnoreCase(whenPublic)) {
        configuration.publicAddress(word);
      } else if (word.equalsIgnoreCase(whenPrivate)) {
        configuration.privateAddress(word);
      }
    };
  }

  /** By the names of {@link Attribute}. */
  Map<String, String> attributes() {
    return attributes;
  }
}
