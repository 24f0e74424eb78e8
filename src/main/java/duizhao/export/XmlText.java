package duizhao.export;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * An XML 1.0 document in the making, one element a line. Attributes come as name, value, name,
 * value; one whose value is null is left out.
 */
final class XmlText {

  private final Writer text;
  private final XMLStreamWriter xml;
  private int depth;

  XmlText() {
    this(new StringWriter());
  }

  /** A document too long to be held in memory. */
  XmlText(Writer text) {
    this.text = text;
    try {
      // The JDK's own writer: whatever else the class path holds, the bytes stay the same.
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts an element that holds others. */
  XmlText open(String name, @Nullable String... attributes) {
    return write(
        () -> {
          line();
          xml.writeStartElement(name);
          attributes(attributes);
          depth++;
        });
  }

  /** Ends the innermost element. */
  XmlText close() {
    return write(
        () -> {
          depth--;
          line();
          xml.writeEndElement();
        });
  }

  /** An element that holds only text. */
  XmlText leaf(String name, String content, @Nullable String... attributes) {
    return write(
        () -> {
          line();
          xml.writeStartElement(name);
          attributes(attributes);
          xml.writeCharacters(valid(content));
          xml.writeEndElement();
        });
  }

  /** An element that holds nothing. */
  XmlText empty(String name, @Nullable String... attributes) {
    return write(
        () -> {
          line();
          xml.writeEmptyElement(name);
          attributes(attributes);
        });
  }

  /** The document, once every element is closed. */
  String finish() {
    end();
    return text + "\n";
  }

  /** Ends a document that goes to a writer, once every element is closed. */
  void end() {
    write(
        () -> {
          xml.writeEndDocument();
          xml.flush();
        });
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private void attributes(@Nullable String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      String name = attributes[i];
      String value = attributes[i + 1];
      if (name != null && value != null) {
        xml.writeAttribute(name, valid(value));
      }
    }
  }

  /** Characters that XML 1.0, section 2.2, forbids even in escaped form become U+FFFD. */
  private static String valid(String text) {
    if (text.codePoints().allMatch(XmlText::valid)) {
      return text;
    }
    StringBuilder cleaned = new StringBuilder(text.length());
    text.codePoints().forEach(c -> cleaned.appendCodePoint(valid(c) ? c : 0xFFFD));
    return cleaned.toString();
  }

  private static boolean valid(int c) {
    return c >= 0x20 ? c < 0xD800 || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF) : isBlank(c);
  }

  private static boolean isBlank(int c) {
    return c == '\t' || c == '\n' || c == '\r';
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  private XmlText write(Step step) {
    try {
      step.run();
      return this;
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException broken) {
        throw new UncheckedIOException(broken);
      }
      throw new IllegalStateException(e); // nothing else can fail
    }
  }
}
