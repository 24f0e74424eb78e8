package duizhao.xliff;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.text.Passages.Kind;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads what translators send back. There is no DTD and no entity but the five of XML; nothing is
 * ever fetched. Modules other than metadata, and extensions, are passed over.
 */
final class XliffReader {

  /** Marks in marks; no report comes near. */
  private static final int MAX_DEPTH = 200;

  private static final Set<String> PASSED_OVER = Set.of("notes", "skeleton");

  /**
   * A document.
   *
   * @param source BCP 47 tag of its source language
   * @param target that of the language it is translated into; empty when it says none
   */
  record Document(Location at, String source, String target, List<FileElement> files) {}

  /** What a document says of one report. */
  record FileElement(String id, Location at, List<UnitElement> units) {}

  /**
   * A unit.
   *
   * @param facts metadata by type
   */
  record UnitElement(
      String id, Location at, Map<String, String> facts, List<SegmentElement> segments) {}

  /** A segment, or what stands between two. */
  record SegmentElement(Location at, boolean ignorable, String state, List<Content> contents) {

    @Nullable Content source() {
      return content(false);
    }

    @Nullable Content target() {
      return content(true);
    }

    private @Nullable Content content(boolean target) {
      return contents.stream().filter(c -> c.target() == target).findFirst().orElse(null);
    }
  }

  /**
   * A source or a target.
   *
   * @param order where a target stands among those of its unit, from 1; 0 for where it is
   */
  record Content(boolean target, Location at, int order, List<Item> items) {}

  /**
   * Words, or a code by its id.
   *
   * @param kind {@code WORDS}, {@code OPEN}, {@code CLOSE}, or {@code MARK} for any single code
   * @param value the words, or the id
   */
  record Item(Kind kind, String value, Location at) {}

  private final String text;
  private final String name;
  private final Diagnostics diagnostics;
  private final List<Integer> lineStarts = new ArrayList<>();
  private final XMLStreamReader xml;

  /** The local names of the elements around the current place. */
  private final Deque<String> around = new ArrayDeque<>();

  /** Ids of the pairs of marks that are open; empty for an annotation. */
  private final Deque<String> pairs = new ArrayDeque<>();

  private @Nullable Document document;
  private @Nullable FileElement file;
  private @Nullable UnitElement unit;
  private @Nullable SegmentElement segment;
  private @Nullable Content content;
  private @Nullable String fact;
  private final StringBuilder said = new StringBuilder();

  private XliffReader(String text, String name, Diagnostics diagnostics) throws XMLStreamException {
    this.text = text;
    this.name = name;
    this.diagnostics = diagnostics;
    lineStarts.add(0);
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      lineStarts.add(i + 1);
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    xml = factory.createXMLStreamReader(new StringReader(text));
  }

  /**
   * Reads a document.
   *
   * @param text with line feeds as line ends
   * @param name what diagnostics call the file
   * @return null, with diagnostics, when it is no XLIFF 2.0
   */
  static @Nullable Document read(String text, String name, Diagnostics diagnostics) {
    XliffReader reader = null;
    try {
      reader = new XliffReader(text, name, diagnostics);
      return reader.read() ? reader.document : null;
    } catch (XMLStreamException e) {
      String message = String.valueOf(e.getMessage());
      int detail = message.indexOf("Message: ");
      diagnostics.add(
          Code.XML_SYNTAX,
          at(text, name, e, reader),
          "this is not well-formed XML: "
              + (detail < 0 ? message : message.substring(detail + 9)).replaceAll("\\s+", " "),
          "send the file through the translation tool again; it was cut off or edited by hand");
      return null;
    }
  }

  private static Location at(
      String text, String name, XMLStreamException e, @Nullable XliffReader reader) {
    javax.xml.stream.Location at = e.getLocation();
    if (at == null || reader == null || at.getLineNumber() < 1) {
      return Location.of(name);
    }
    return reader.place(
        Math.min(text.length(), reader.offset(at.getLineNumber(), at.getColumnNumber())));
  }

  private boolean read() throws XMLStreamException {
    int skipped = 0; // how deep inside an element that is passed over
    while (xml.hasNext()) {
      int event;
      try {
        event = xml.next();
      } catch (RuntimeException e) {
        // the parser's own slips on damaged input
        throw new XMLStreamException("Message: " + e.getMessage(), xml.getLocation());
      }
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        diagnostics.add(
            Code.XML_SYNTAX,
            here(),
            event == XMLStreamConstants.DTD
                ? "a document type (DOCTYPE) is not accepted"
                : "the entity \"&" + xml.getLocalName() + ";\" is not known",
            "XLIFF has neither; delete it");
        return false;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (skipped > 0 || !start()) {
          skipped++;
        } else {
          around.push(xml.getLocalName());
          if (around.size() > MAX_DEPTH) {
            wrong("elements stand more than " + MAX_DEPTH + " deep in each other");
            return false;
          }
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (skipped > 0) {
          skipped--;
        } else {
          end(around.pop());
        }
      } else if (event == XMLStreamConstants.CHARACTERS
          || event == XMLStreamConstants.CDATA
          || event == XMLStreamConstants.SPACE) {
        if (skipped == 0) {
          words(xml.getText());
        }
      }
      if (around.isEmpty() && document == null && skipped > 0) {
        return false; // told in start()
      }
    }
    return document != null;
  }

  /** Takes in the start of an element; false when all that it holds is to be passed over. */
  private boolean start() {
    String element = xml.getLocalName();
    String space = xml.getNamespaceURI();
    String parent = around.isEmpty() ? "" : around.peek();
    if (document == null) {
      return root(element, space);
    }
    if (XliffWriter.METADATA.equals(space) && unit != null && segment == null) {
      fact = element.equals("meta") ? value("type") : null;
      said.setLength(0);
      return true;
    }
    if (!XliffWriter.CORE.equals(space)) {
      return false;
    }
    if (content != null) {
      return inline(element, content);
    }
    switch (parent + "/" + element) {
      case "xliff/file" -> {
        file = new FileElement(value("id"), here(), new ArrayList<>());
        document.files().add(file);
      }
      case "file/group", "group/group" -> {}
      case "file/unit", "group/unit" -> {
        unit = new UnitElement(value("id"), here(), new HashMap<>(), new ArrayList<>());
        if (file != null) {
          file.units().add(unit);
        }
      }
      case "unit/segment", "unit/ignorable" -> {
        String state = xml.getAttributeValue(null, "state");
        segment =
            new SegmentElement(
                here(),
                element.equals("ignorable"),
                state == null ? "initial" : state,
                new ArrayList<>());
        if (unit != null) {
          unit.segments().add(segment);
        }
      }
      case "segment/source", "segment/target", "ignorable/source", "ignorable/target" -> {
        String order = value("order");
        int number = order.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(order) : 0;
        content = new Content(element.equals("target"), here(), number, new ArrayList<>());
        pairs.clear();
        if (segment != null) {
          segment.contents().add(content);
        }
      }
      case "unit/originalData" -> {
        return false; // the archive knows its marks
      }
      default -> {
        if (!PASSED_OVER.contains(element)) {
          wrong("\"" + element + "\" does not stand in \"" + parent + "\"");
        }
        return false;
      }
    }
    return true;
  }

  private boolean root(String element, @Nullable String space) {
    String version = value("version");
    if (!element.equals("xliff") || !XliffWriter.CORE.equals(space)) {
      diagnostics.add(
          Code.NOT_XLIFF,
          here(),
          element.equals("xliff")
              ? "this is another version of XLIFF"
              : "this is no XLIFF: it starts with \"" + element + "\"",
          "save it as XLIFF 2.0, as duizhao translate export wrote it");
      return false;
    }
    if (!version.equals(XliffWriter.VERSION)) {
      diagnostics.add(
          Code.NOT_XLIFF,
          here(),
          "this is XLIFF " + (version.isEmpty() ? "without a version" : version),
          "save it as XLIFF " + XliffWriter.VERSION);
      return false;
    }
    document = new Document(here(), value("srcLang"), value("trgLang"), new ArrayList<>());
    return true;
  }

  private boolean inline(String element, Content to) {
    switch (element) {
      case "pc" -> {
        pairs.push(value("id"));
        to.items().add(new Item(Kind.OPEN, value("id"), here()));
      }
      case "mrk" -> pairs.push(""); // an annotation, which is no mark of the text
      case "ph" -> to.items().add(new Item(Kind.MARK, value("id"), here()));
      case "sc" -> to.items().add(new Item(Kind.OPEN, value("id"), here()));
      case "ec" -> {
        String start = value("startRef");
        to.items().add(new Item(Kind.CLOSE, start.isEmpty() ? value("id") : start, here()));
      }
      case "cp" -> {
        String hex = value("hex");
        int c = hex.matches("[0-9A-Fa-f]{1,6}") ? Integer.parseInt(hex, 16) : -1;
        if (Character.isValidCodePoint(c)) {
          to.items().add(new Item(Kind.WORDS, Character.toString(c), here()));
        }
      }
      case "sm", "em" -> {}
      default -> {
        wrong("\"" + element + "\" is no inline code");
        return false;
      }
    }
    return true;
  }

  private void end(String element) {
    if (content != null) {
      switch (element) {
        case "pc", "mrk" -> {
          String id = pairs.isEmpty() ? "" : pairs.pop();
          if (!id.isEmpty() || element.equals("pc")) {
            content.items().add(new Item(Kind.CLOSE, id, here()));
          }
        }
        case "source", "target" -> content = null;
        default -> {}
      }
      return;
    }
    switch (element) {
      case "meta" -> {
        if (fact != null && unit != null) {
          unit.facts().putIfAbsent(fact, said.toString());
        }
        fact = null;
      }
      case "segment", "ignorable" -> segment = null;
      case "unit" -> unit = null;
      case "file" -> file = null;
      default -> {}
    }
  }

  private void words(String characters) {
    if (content != null) {
      content.items().add(new Item(Kind.WORDS, characters, here()));
    } else if (fact != null) {
      said.append(characters);
    }
  }

  private String value(String attribute) {
    String value = xml.getAttributeValue(null, attribute);
    return value == null ? "" : value;
  }

  private void wrong(String message) {
    diagnostics.add(
        Code.NOT_XLIFF, here(), message, "XLIFF 2.0 has it otherwise; export the report again");
  }

  /** Where the current event starts. */
  private Location here() {
    javax.xml.stream.Location end = xml.getLocation();
    int offset = Math.min(text.length(), offset(end.getLineNumber(), end.getColumnNumber()));
    if (xml.isStartElement() || xml.isEndElement()) {
      offset = Math.max(0, text.lastIndexOf('<', offset - 1));
    } else if (xml.getEventType() == XMLStreamConstants.DTD) {
      offset = Math.max(0, text.lastIndexOf("<!DOCTYPE", offset));
    }
    return place(offset);
  }

  private int offset(int line, int column) {
    return lineStarts.get(Math.max(0, Math.min(line, lineStarts.size()) - 1))
        + Math.max(0, column - 1);
  }

  private Location place(int offset) {
    int line = java.util.Collections.binarySearch(lineStarts, offset);
    line = line < 0 ? -line - 2 : line;
    int start = lineStarts.get(line);
    return new Location(name, line + 1, text.codePointCount(start, offset) + 1, 1);
  }
}
