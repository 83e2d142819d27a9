// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A style or a script within a page. HTML takes its text as it is and XML does not, so that it
 * stands in a section of character data, whose marks are comments of its language.
 */
final class Written {
  private final String beginComment;
  private final String text;
  private final String endComment;

  Written(String beginComment, String text, String endComment) {
    if (text.contains("]]>") || text.contains("</")) {
      throw new IllegalArgumentException("the text ends what it is written in");
    }
    this.beginComment = beginComment;
    this.text = text;
    this.endComment = endComment;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  void to(XMLStreamWriter out) throws XMLStreamException {
    out.writeCharacters(beginComment);
    out.writeCData(inside());
    out.writeCharacters(endComment);
  }

  private String inside() {
    return endComment + "\n" + text + "\n" + beginComment;
  }

  /** What a policy names it by. */
  String hash() {
    var all = beginComment + "<![CDATA[" + inside() + "]]>" + endComment;
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
