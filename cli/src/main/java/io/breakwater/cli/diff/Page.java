// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A page of HTML in which every text is escaped. */
final class Page {
  private final XMLStreamWriter out;

  Page(Writer writer) throws XMLStreamException {
    this.out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
  }

  void begin(String title, String style) throws XMLStreamException {
    out.writeDTD("<!DOCTYPE html>");
    open("html");
    out.writeAttribute("lang", "en");
    open("head");
    out.writeEmptyElement("meta");
    out.writeAttribute("charset", "utf-8");
    element("title", title);
    element("style", style);
    close();
    open("body");
  }

  void end() throws XMLStreamException {
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
