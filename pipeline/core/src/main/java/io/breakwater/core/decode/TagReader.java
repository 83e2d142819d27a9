// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.breakwater.core.json.Shape;
import io.breakwater.core.resource.Tags;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The tags of a resource in any form that a source writes them in: an object of names and values,
 * as ASFF, Inspector and Config do, or a list of objects with a {@code key} or {@code name} and a
 * {@code value}, as GuardDuty, Macie and OCSF do.
 *
 * <p>A finding is not worth less for tags that nobody can read: whatever has another form is passed
 * over.
 */
final class TagReader {
  /** What stands for another resource, in the words of all sources: user or role, and bucket. */
  private static final Set<String> STAND_FOR_ANOTHER =
      Set.of(
          "AwsIamAccessKey",
          "AWS::IAM::AccessKey",
          "AccessKey",
          "ACCESS_KEY",
          "AwsS3Object",
          "AWS::S3::Object",
          "S3Object",
          "S3_OBJECT");

  private TagReader() {}

  /** Whether what is said of a resource of the type is not said of the one that it stands for. */
  static boolean isOfAnother(String type) {
    return STAND_FOR_ANOTHER.contains(type);
  }

  /** Sets what it reads, also where that is none; nothing where there is no such form. */
  static <T> Shape.Reader<T> reader(BiConsumer<T, Tags> set) {
    return (parser, into) -> {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        set.accept(into, Tags.of(readObject(parser)));
      } else if (parser.currentToken() == JsonToken.START_ARRAY) {
        set.accept(into, Tags.of(readList(parser)));
      }
    };
  }

  /** A text that is nowhere needed: anything but a scalar is passed over. */
  static <T> Shape.Reader<T> text(BiConsumer<T, String> set) {
    return (parser, into) -> {
      if (parser.currentToken().isScalarValue()) {
        set.accept(into, Shape.scalar(parser));
      } else {
        parser.skipChildren();
      }
    };
  }

  private static Map<String, String> readObject(JsonParser parser) throws IOException {
    var tags = new TreeMap<String, String>();
    for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      put(tags, name, value(parser));
    }
    return tags;
  }

  private static Map<String, String> readList(JsonParser parser) throws IOException {
    var tags = new TreeMap<String, String>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        readTag(parser, tags);
      } else {
        parser.skipChildren();
      }
    }
    return tags;
  }

  /** A tag without a value has an empty one. */
  private static void readTag(JsonParser parser, Map<String, String> into) throws IOException {
    String name = null;
    var value = "";
    for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      switch (key.toLowerCase(Locale.ROOT)) {
        case "key":
        case "name":
          name = value(parser);
          break;
        case "value":
          value = value(parser);
          break;
        default:
          parser.skipChildren();
      }
    }
    put(into, name, value);
  }

  private static void put(Map<String, String> tags, String name, String value) {
    if (name != null && value != null) {
      tags.put(Shape.wellFormed(name), value);
    }
  }

  /** Null for what is no text; empty for a JSON null. */
  private static String value(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return "";
    }
    if (parser.currentToken().isScalarValue()) {
      return Shape.scalar(parser);
    }
    parser.skipChildren();
    return null;
  }
}
