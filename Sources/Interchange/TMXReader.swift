public import ArticleModel
package import Markup

/// Reads translation memories: TMX 1.1 to 1.4b, with a document type that declares nothing.
public struct TMXReader: Sendable {
  /// Creates a reader.
  public init() {}

  /// Reads a memory that is in memory.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - file: The name for messages.
  ///   - entry: Is given every entry with two languages or more.
  /// - Returns: What is not as it should be, and was read all the same.
  /// - Throws: ``InterchangeError`` when nothing can be read.
  public func read(
    _ bytes: [UInt8], file: String, entry: @escaping (TMXEntry) -> Void
  ) throws(InterchangeError) -> [Finding] {
    guard !bytes.isEmpty else { throw .empty(file: file) }
    let handler = TMXHandler(entry)
    let end = XMLReader(allowsDoctype: true).read(bytes, to: handler)
    return try Self.finish(end, handler, file: file)
  }

  /// Reads a memory of any size piece by piece.
  package func read(
    from source: @escaping XMLReader.Source, file: String, entry: @escaping (TMXEntry) -> Void
  ) throws(InterchangeError) -> [Finding] {
    let handler = TMXHandler(entry)
    let end = XMLReader(allowsDoctype: true).read(from: source, to: handler)
    return try Self.finish(end, handler, file: file)
  }

  private static func finish(
    _ end: XMLReader.End, _ handler: TMXHandler, file: String
  ) throws(InterchangeError) -> [Finding] {
    if let found = handler.unknownRoot {
      throw .unknownFormat(file: file, line: found.line, found: "<\(found.name)>")
    }
    switch end {
    case .complete: return []
    case .refused(let line, let message): throw .refused(file: file, line: line, message: message)
    case .tooDeep(let line):
      throw .refused(file: file, line: line, message: "elements are nested too deep")
    case .malformed(let line, let message):
      guard handler.hasEntries else {
        throw .malformed(file: file, line: line, message: message)
      }
      return [
        Finding(
          rule: "not-well-formed", severity: .error,
          message: "the file breaks off here or is damaged; what follows is not read",
          file: file, line: line)
      ]
    }
  }
}

private final class TMXHandler: XMLHandler {
  private(set) var unknownRoot: (name: String, line: Int)?
  private(set) var hasEntries = false
  private let emit: (TMXEntry) -> Void
  private var source: LocaleTag?
  private var hasRoot = false

  init(_ emit: @escaping (TMXEntry) -> Void) { self.emit = emit }

  func start(_ element: XMLElement) -> Bool {
    if !hasRoot {
      hasRoot = true
      if element.name != "tmx" { unknownRoot = (element.name, element.line) }
      return false
    }
    if element.name == "header" { source = element["srclang"].flatMap { LocaleTag($0) } }
    return unknownRoot == nil && element.name == "tu"
  }

  func element(_ element: XMLElement) {
    var variants: [TMXEntry.Variant] = []
    for tuv in element.children where tuv.name == "tuv" {
      let tag = tuv[XLIFFNamespace.xml, "lang"] ?? tuv["lang"] ?? ""
      guard let locale = LocaleTag(tag), let seg = tuv.child("seg") else { continue }
      var reader = TMXContentReader()
      variants.append(.init(locale: locale, content: reader.read(seg)))
    }
    guard variants.count > 1 else { return }
    let source = element["srclang"].flatMap { LocaleTag($0) } ?? self.source
    if let place = variants.firstIndex(where: { $0.locale == source }) {
      variants.insert(variants.remove(at: place), at: 0)
    }
    hasEntries = true
    emit(
      TMXEntry(
        id: element["tuid"],
        notes: element.children.filter { $0.name == "note" }.map { Note(text: $0.text) },
        variants: variants))
  }

  func text(_ text: String, line: Int) {}
  func end(line: Int) {}
}

/// Reads one `<seg>`; `x` names a code in all languages, `i` pairs its halves in one.
private struct TMXContentReader {
  private var open: [String: InlineCode] = [:]
  private var unnamed = 0

  mutating func read(_ segment: XMLElement) -> [Inline] {
    var result: [Inline] = []
    append(segment, to: &result)
    return result.normalized
  }

  private mutating func append(_ parent: XMLElement, to result: inout [Inline]) {
    for item in parent.content {
      guard case .element(let child) = item else {
        if case .text(let text) = item { result.append(.text(text)) }
        continue
      }
      switch child.name {
      case "bpt":
        let code = code(child, .opening)
        open[child["i"] ?? ""] = code
        result.append(.code(code))
      case "ept":
        guard var code = open.removeValue(forKey: child["i"] ?? "") else {
          result.append(.code(self.code(child, .closing)))
          continue
        }
        code.position = .closing
        code.data = child.text
        result.append(.code(code))
      case "it": result.append(.code(code(child, child["pos"] == "end" ? .closing : .opening)))
      case "ph", "ut": result.append(.code(code(child, .standalone)))
      default: append(child, to: &result)
      }
    }
  }

  private mutating func code(_ element: XMLElement, _ position: InlineCode.Position) -> InlineCode {
    let id: String
    if let name = element["x"] ?? element["i"] {
      id = name
    } else {
      unnamed += 1
      id = "p\(unnamed)"
    }
    return InlineCode(
      id: id, position: position, kind: CodeType.kind(type12: element["type"]), data: element.text)
  }
}
