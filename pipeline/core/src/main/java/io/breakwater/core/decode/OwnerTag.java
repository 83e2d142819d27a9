// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.breakwater.core.json.Shape;
import io.breakwater.core.resource.ResourceType;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Whose a resource is, by the tags of its configuration item. */
final class OwnerTag {
  /** Keys of tags that say so, in any case; the first of these that there is counts. */
  private static final List<String> KEYS = List.of("owner", "team", "contact");

  private OwnerTag() {}

  /** Of certificates and of what presents them; an owner of anything else is not looked at. */
  static boolean isWanted(ResourceType type) {
    return CertificatePaths.BY_TYPE.containsKey(type.name())
        || type.name().startsWith("AWS::ElasticLoadBalancing");
  }

  /** Reads an object of keys and values; tags in any other form are passed over. */
  static <T> Shape.Reader<T> reader(BiConsumer<T, String> set) {
    return (parser, into) -> {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        set.accept(into, read(parser));
      } else {
        parser.skipChildren();
      }
    };
  }

  private static String read(JsonParser parser) throws IOException {
    var owner = "";
    int best = KEYS.size();
    for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      var token = parser.nextToken();
      int rank = KEYS.indexOf(key.toLowerCase(Locale.ROOT));
      if (rank >= 0 && rank < best && token == JsonToken.VALUE_STRING) {
        best = rank;
        owner = Shape.scalar(parser);
      } else {
        parser.skipChildren();
      }
    }
    return owner;
  }
}
