import COpenCC
import LocaleData

/// Turns Chinese text from one script into the other.
public enum ChineseScript {
  /// The text in simplified characters, by OpenCC's words and characters.
  public static func simplified(_ text: String) -> String {
    guard let converter = dragoman_script_open("t2s.json") else { return text }
    defer { dragoman_script_close(converter) }
    // OpenCC reads up to a zero.
    return text.split(separator: "\0", omittingEmptySubsequences: false).map { part in
      guard let result = dragoman_script_convert(converter, String(part), part.utf8.count) else {
        return String(part)
      }
      defer { dragoman_script_free(result) }
      return String(cString: result)
    }.joined(separator: "\0")
  }

  /// The Han characters that have a place in ``table``.
  package static let block: Range<UInt32> = 0x3400..<0xA000

  /// The simplified character of each one of the block, one for one, so that offsets stay: OpenCC's,
  /// which a file has, since asking OpenCC for all of them takes as long as reading a glossary.
  package static let table: [UInt16] = {
    var table = block.map { UInt16($0) }
    for path in ["zh-Hant/simplified-characters.txt", "zh-Hant/variants.txt"] {
      for line in LocaleData().lines(path) {
        var characters = line.unicodeScalars.filter { $0 != " " }.makeIterator()
        while let from = characters.next()?.value, let to = characters.next()?.value {
          if block.contains(from), let to = UInt16(exactly: to) {
            table[Int(from - block.lowerBound)] = to
          }
        }
      }
    }
    return table
  }()

  /// Characters that stand alone as words beside any noun, in both scripts.
  package static func functionCharacters() -> Set<String> {
    Set(LocaleData().words("zh-Hans/function-characters.txt"))
  }

  /// Words that ICU's dictionary does not have as one, in simplified characters.
  package static func furtherWords() -> [String] { LocaleData().words("zh-Hans/words.txt") }

  /// What Chinese words cost by how often they are written: the text of `word-costs.txt`.
  package static func wordCosts() -> String { LocaleData().text("zh-Hans/word-costs.txt") ?? "" }

  /// The characters of `aspect.txt` by kind: what may stand between a verb and its object.
  package static func aspect() -> [String: [String]] { kinds("zh-Hans/aspect.txt") }

  /// The characters of `edges.txt` by kind: what tells where a word begins or ends.
  package static func edges() -> [String: [String]] { kinds("zh-Hans/edges.txt") }

  private static func kinds(_ file: String) -> [String: [String]] {
    LocaleData().lines(file).reduce(into: [:]) { kinds, line in
      let words = line.split(separator: " ").map(String.init)
      if let kind = words.first { kinds[kind, default: []] += words.dropFirst() }
    }
  }

  /// The character that a Han character is compared by: one for one, so that offsets stay.
  package static func comparable(_ scalar: UInt32) -> UInt32 {
    block.contains(scalar) ? UInt32(table[Int(scalar - block.lowerBound)]) : scalar
  }
}
