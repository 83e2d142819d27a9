// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * One finding of an API's answer, recognised by its keys as a bare finding is. For that it is held
 * in memory once more, as tokens: answers of APIs are read from files, not from a live stream.
 */
final class FindingOfAnyForm implements FindingReader {
  @Override
  public void read(JsonParser parser, Envelope envelope, Decoded.Builder into) throws IOException {
    try (var tokens = new TokenBuffer(parser)) {
      tokens.copyCurrentStructure(parser);
      var route = Routes.ofBare(keys(tokens));
      try (var finding = tokens.asParserOnFirstToken()) {
        route.read(finding, envelope, into);
      }
    }
  }

  private static Set<String> keys(TokenBuffer tokens) throws IOException {
    Set<String> keys = new HashSet<>();
    try (var parser = tokens.asParserOnFirstToken()) {
      for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        keys.add(key);
        parser.nextToken();
        parser.skipChildren();
      }
    }
    return keys;
  }
}
