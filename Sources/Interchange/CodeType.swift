import ArticleModel

/// What XLIFF calls the kinds of inline code (XLIFF 2.1, sections 4.3.1.37 and 4.3.1.38).
enum CodeType {
  static func type(of kind: InlineCode.Kind) -> (type: String, subType: String?) {
    switch kind {
    case .link: ("link", nil)
    case .image: ("image", nil)
    case .bold: ("fmt", "xlf:b")
    case .italic: ("fmt", "xlf:i")
    case .underline: ("fmt", "xlf:u")
    case .lineBreak: ("fmt", "xlf:lb")
    case .strikethrough: ("fmt", "html:s")
    case .superscript: ("fmt", "html:sup")
    case .subscript: ("fmt", "html:sub")
    case .code: ("fmt", "html:code")
    case .quote: ("quote", "html:q")
    case .abbreviation: ("other", "html:abbr")
    case .ruby: ("other", "html:ruby")
    case .other: ("other", nil)
    }
  }

  static func kind(type: String?, subType: String?) -> InlineCode.Kind {
    if let subType, let kind = subTypes[subType] { return kind }
    switch type {
    case "link": return .link
    case "image": return .image
    case "quote": return .quote
    default: return .other
    }
  }

  /// The `ctype` of XLIFF 1.2 (section 2.3): pairs and placeholders have lists of their own.
  static func type12(of kind: InlineCode.Kind, isPlaceholder: Bool) -> String {
    switch (kind, isPlaceholder) {
    case (.link, false): "link"
    case (.bold, false): "bold"
    case (.italic, false): "italic"
    case (.underline, false): "underlined"
    case (.image, true): "image"
    case (.lineBreak, true): "lb"
    default: "x-\(kind.rawValue)"
    }
  }

  static func kind(type12: String?) -> InlineCode.Kind {
    type12.flatMap { types12[$0] } ?? .other
  }

  private static let subTypes = Dictionary(
    InlineCode.Kind.allCases.compactMap { kind in
      Self.type(of: kind).subType.map { ($0, kind) }
    }, uniquingKeysWith: { first, _ in first })

  private static let types12 = Dictionary(
    InlineCode.Kind.allCases.flatMap { kind in
      [false, true].map { (type12(of: kind, isPlaceholder: $0), kind) }
    }, uniquingKeysWith: { first, _ in first })
}
