/// One item of a unit's content: text, or an inline code.
public enum Inline: Sendable, Equatable, Hashable {
  /// A run of text, never empty.
  case text(String)
  /// Markup that the translator keeps in place.
  case code(InlineCode)
}

extension Inline: Codable {
  private enum Key: String, CodingKey { case text, code }

  /// Reads `{"text": …}` or `{"code": …}`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if let text = try container.decodeIfPresent(String.self, forKey: .text) {
      self = .text(text)
    } else {
      self = .code(try container.decode(InlineCode.self, forKey: .code))
    }
  }

  /// Writes `{"text": …}` or `{"code": …}`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .text(let text): try container.encode(text, forKey: .text)
    case .code(let code): try container.encode(code, forKey: .code)
    }
  }
}

extension Array where Element == Inline {
  /// The text without the codes, a line break counted as a line feed.
  public var plainText: String {
    var result = ""
    for item in self {
      switch item {
      case .text(let text): result += text
      case .code(let code): if code.kind == .lineBreak { result += "\n" }
      }
    }
    return result
  }

  /// The text alone, as the offsets of a ``TermMark`` count it: no codes, no line feeds for them.
  public var textOnly: String {
    var result = ""
    for case .text(let text) in self { result += text }
    return result
  }

  /// The codes, in order.
  public var codes: [InlineCode] {
    compactMap { if case .code(let code) = $0 { code } else { nil } }
  }

  /// The same content with neighbouring runs of text joined and empty ones left out.
  public var normalized: [Inline] {
    var result: [Inline] = []
    for item in self {
      if case .text(let text) = item {
        if text.isEmpty { continue }
        if case .text(let before)? = result.last {
          result[result.count - 1] = .text(before + text)
          continue
        }
      }
      result.append(item)
    }
    return result
  }

  /// A readable form for tests and messages: `See <1>the report</1><2/>`.
  public var dump: String {
    map { item in
      switch item {
      case .text(let text): return text
      case .code(let code):
        switch code.position {
        case .opening: return "<\(code.id)>"
        case .closing: return "</\(code.id)>"
        case .standalone: return "<\(code.id)/>"
        }
      }
    }.joined()
  }
}
