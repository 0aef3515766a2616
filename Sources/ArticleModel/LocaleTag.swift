/// A BCP 47 language tag in the one spelling that dragoman writes.
///
/// Spellings met on pages and in tools (`zh`, `zh-CN`, `zh_CN`, `gr`, `el-GR`) are read and turned
/// into the tag of the edition they mean. Source: RFC 5646, section 2.1.1 for letter case.
public struct LocaleTag: Hashable, Sendable, CustomStringConvertible {
  /// The tag as written in files: `en`, `el`, `zh-Hans`, `zh-Hant`, or any other well-formed tag.
  public let identifier: String

  /// Reads a tag, or an alias of one; `nil` when the text is not a well-formed tag.
  ///
  /// - Parameter text: A tag in any letter case, with `-` or `_` between its subtags.
  public init?(_ text: String) {
    let subtags = text.split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
    guard let language = subtags.first, (2...8).contains(language.utf8.count),
      language.utf8.allSatisfy(Self.isASCIILetter),
      subtags.allSatisfy({
        (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(Self.isASCIIAlphanumeric)
      })
    else { return nil }
    let spelt = Self.recased(subtags)
    identifier = Self.aliases[spelt.lowercased()] ?? spelt
  }

  private init(known: String) { identifier = known }

  /// English.
  public static let english = LocaleTag(known: "en")
  /// Greek.
  public static let greek = LocaleTag(known: "el")
  /// Chinese in simplified characters.
  public static let simplifiedChinese = LocaleTag(known: "zh-Hans")
  /// Chinese in traditional characters.
  public static let traditionalChinese = LocaleTag(known: "zh-Hant")

  /// The primary language subtag: `zh` for `zh-Hans`.
  public var language: String { String(identifier.prefix { $0 != "-" }) }

  /// The identifier.
  public var description: String { identifier }

  private static let aliases: [String: String] = [
    "zh": "zh-Hans", "zh-cn": "zh-Hans", "zh-sg": "zh-Hans", "zh-hans-cn": "zh-Hans",
    "zh-hans-sg": "zh-Hans", "cmn": "zh-Hans", "cmn-hans": "zh-Hans", "chs": "zh-Hans",
    "zh-tw": "zh-Hant", "zh-hk": "zh-Hant", "zh-mo": "zh-Hant", "zh-hant-tw": "zh-Hant",
    "zh-hant-hk": "zh-Hant", "zh-hant-mo": "zh-Hant", "cmn-hant": "zh-Hant", "cht": "zh-Hant",
    "gr": "el", "gre": "el", "ell": "el", "el-gr": "el", "el-cy": "el",
    "eng": "en", "en-us": "en", "en-gb": "en", "en-au": "en", "en-ca": "en", "en-ie": "en",
    "en-nz": "en", "en-in": "en",
  ]

  private static func recased(_ subtags: [String]) -> String {
    var parts = [subtags[0].lowercased()]
    for subtag in subtags.dropFirst() {
      switch subtag.utf8.count {
      case 4 where subtag.utf8.allSatisfy(isASCIILetter):
        parts.append(subtag.prefix(1).uppercased() + subtag.dropFirst().lowercased())
      case 2: parts.append(subtag.uppercased())
      default: parts.append(subtag.lowercased())
      }
    }
    return parts.joined(separator: "-")
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || (0x30...0x39).contains(byte)
  }
}

extension LocaleTag: Comparable {
  /// Orders tags by their identifiers.
  public static func < (left: LocaleTag, right: LocaleTag) -> Bool {
    left.identifier < right.identifier
  }
}

extension LocaleTag: Codable {
  /// Reads the tag from a string.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let tag = LocaleTag(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is not a BCP 47 language tag")
    }
    self = tag
  }

  /// Writes the tag as a string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(identifier)
  }
}
