// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A page of HTML, and of XML as well, in which every text is escaped. It stands alone: browsers are
 * told to run and to load nothing but what is in it.
 */
final class Page {
  private final XMLStreamWriter out;
  private Written script;

  Page(Writer writer) throws XMLStreamException {
    this.out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
  }

  /**
   * @param script empty for none
   */
  void begin(String title, String style, String script) throws XMLStreamException {
    var written = new Written("/*", style, "*/");
    this.script = new Written("//", script, "");
    out.writeDTD("<!DOCTYPE html>");
    open("html");
    out.writeAttribute("lang", "en");
    open("head");
    out.writeEmptyElement("meta");
    out.writeAttribute("charset", "utf-8");
    out.writeEmptyElement("meta");
    out.writeAttribute("http-equiv", "Content-Security-Policy");
    out.writeAttribute("content", policy(written));
    element("title", title);
    open("style");
    written.to(out);
    close();
    close();
    open("body");
  }

  private String policy(Written style) {
    var policy = "default-src 'none'; img-src data:; style-src " + style.hash();
    return script.isEmpty() ? policy : policy + "; script-src " + script.hash();
  }

  void end() throws XMLStreamException {
    if (!script.isEmpty()) {
      open("script");
      script.to(out);
      close();
    }
    out.writeEndDocument();
    out.flush();
  }

  void open(String name) throws XMLStreamException {
    out.writeStartElement(name);
  }

  void close() throws XMLStreamException {
    out.writeEndElement();
  }

  void text(String text) throws XMLStreamException {
    out.writeCharacters(text);
  }

  void lineBreak() throws XMLStreamException {
    out.writeEmptyElement("br");
  }

  void element(String name, String text) throws XMLStreamException {
    open(name);
    text(text);
    close();
  }

  void element(String name, String styles, String text) throws XMLStreamException {
    open(name);
    out.writeAttribute("class", styles);
    text(text);
    close();
  }

  /** A row of a table with the attack path of a finding, which is drawn when it is opened. */
  void attackPath(int columns, String summary, String finding) throws XMLStreamException {
    open("tr");
    open("td");
    out.writeAttribute("colspan", Integer.toString(columns));
    open("details");
    out.writeAttribute("data-finding", finding);
    element("summary", summary);
    close();
    close();
    close();
  }

  /** Until {@link #close}. */
  void svg(long width, long height) throws XMLStreamException {
    open("svg");
    out.writeAttribute("width", Long.toString(width));
    out.writeAttribute("height", Long.toString(height));
    out.writeAttribute("role", "img");
  }

  void svgText(long x, long y, String text) throws XMLStreamException {
    open("text");
    out.writeAttribute("x", Long.toString(x));
    out.writeAttribute("y", Long.toString(y));
    text(text);
    close();
  }

  void svgBar(long x, long y, long width, long height, String colour) throws XMLStreamException {
    out.writeEmptyElement("rect");
    out.writeAttribute("x", Long.toString(x));
    out.writeAttribute("y", Long.toString(y));
    out.writeAttribute("width", Long.toString(width));
    out.writeAttribute("height", Long.toString(height));
    out.writeAttribute("fill", colour);
  }
}
