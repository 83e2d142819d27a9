// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static io.breakwater.core.decode.Configuration.part;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.breakwater.core.json.Shape;
import java.io.IOException;

/**
 * What Config adds to the configuration of a bucket: its policy and its encryption. Each is an
 * object in notifications, and JSON in a text in the API's answers (observed).
 */
final class SupplementaryConfiguration {
  private static final JsonFactory JSON = new JsonFactory();

  static final Shape<Configuration> SHAPE =
      part()
          .member("BucketPolicy", objectOrText(part().text("policyText", PolicyDocument::ofBucket)))
          .member(
              "ServerSideEncryptionConfiguration",
              objectOrText(
                  part()
                      .eachInside(
                          "rules",
                          part()
                              .inside(
                                  "applyServerSideEncryptionByDefault",
                                  part("kmsMasterKeyID", TypeName.KEY)))));

  private SupplementaryConfiguration() {}

  private static Shape.Reader<Configuration> objectOrText(Shape<Configuration> shape) {
    return (parser, configuration) -> {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        readText(parser.getText(), shape, configuration);
      } else {
        shape.readInto(parser, configuration);
      }
    };
  }

  /** A text that is broken says nothing: the rest of the item is no worse for it. */
  private static void readText(String text, Shape<Configuration> shape, Configuration configuration)
      throws IOException {
    try (var parser = JSON.createParser(text)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        shape.readInto(parser, configuration);
      }
    } catch (JsonProcessingException e) {
      // What was read of it until there stands.
    }
  }
}
