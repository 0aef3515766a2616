import Markup

/// Finds the title: the line of the page that its `<title>` and `og:title` agree with.
struct TitleReader {
  /// The text of `<title>`.
  let documentTitle: String
  /// `og:title`, the headline of JSON-LD and the like.
  let declared: [String]
  /// What the head calls the site.
  let site: [String]

  /// The letters and digits of a text, by which two forms of a title are compared.
  static func key(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    add(key: bytes, to: &result)
    return result
  }

  private static func add(key bytes: some Sequence<UInt8>, to result: inout [UInt8]) {
    for byte in bytes {
      switch byte {
      case 0x41...0x5A: result.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39, 0x80...: result.append(byte)
      default: break
      }
    }
  }

  /// The keys, as ``LineText/key`` has them, of all forms that the page's head gives the title.
  var keys: [UInt64] {
    (declared + [documentTitle] + Self.segments(documentTitle))
      .filter { Self.key($0.utf8).count >= 8 }.map { LineText.key($0.utf8) }
  }

  /// The line with the title, when there is one before the text.
  func line(in outline: PageOutline) -> Int? {
    let whole = Self.key(documentTitle.utf8)
    let others = declared.map { Self.key($0.utf8) }.filter { $0.count >= 6 }
    let siteNames = siteNames
    // `<title>` may say no more than the name of the site.
    let isSiteOnly =
      !others.isEmpty
      && others.allSatisfy { $0.count > whole.count && !Self.contains($0, whole) }
    let known = Pieces(whole)
    var best: (line: Int, score: Double)?
    var key: [UInt8] = []
    for (index, line) in outline.lines.enumerated() where !line.isImage {
      let length = line.end - line.start
      guard length >= 4, length <= 600 else { continue }
      let tag = outline.containers[line.container].tag
      let words = outline.containers[line.container].inherited
      key.removeAll(keepingCapacity: true)
      Self.add(key: outline.text[line.start..<line.end], to: &key)
      guard key.count >= 4 else { continue }
      var score = 0.0
      if others.contains(key) { score = 1 }
      if isSiteOnly {
        // Then it is no measure.
      } else if !whole.isEmpty, whole.count >= key.count, Self.contains(whole, key) {
        score = max(score, Double(key.count) / Double(whole.count))
        if whole.starts(with: key) { score += 0.1 }
      } else if key.count > whole.count, whole.count >= 12, Self.contains(key, whole) {
        score = max(score, Double(whole.count) / Double(key.count) - 0.1)
      }
      // An editor words the headline anew now and then: what is alike counts in a heading.
      let isHeading = tag == .h1 || tag == .h2
      if isHeading { score = max(score, known.likeness(key) * 0.6) }
      guard score > 0.25 || tag == .h1 else { continue }
      if tag == .h1 { score += 0.35 }
      if tag == .h2 || tag == .h3 { score += 0.12 }
      if words.contains(.title) { score += 0.1 }
      if line.linkBytes * 2 > length { score -= isHeading ? 0.15 : 0.4 }
      if !words.isDisjoint(with: [.navigation, .related, .side]) { score -= 0.1 }
      if siteNames.contains(key) { score -= 0.5 }
      if score > (best?.score ?? 0.3) { best = (index, score) }
    }
    return best?.line
  }

  /// Whether the text is the title or part of it, in any form that the page's head gives it.
  func isSaid(by text: some Sequence<UInt8>) -> Bool {
    let key = Self.key(text)
    guard key.count >= 8 else { return false }
    return (declared + [documentTitle]).contains { Self.contains(Self.key($0.utf8), key) }
  }

  /// The parts of `<title>` behind the first that are shorter: the names of section and site, which
  /// stand in headings of their own now and then.
  private var siteNames: [[UInt8]] {
    let parts = Self.segments(documentTitle).map { Self.key($0.utf8) }
    func letters(_ key: [UInt8]) -> Int { key.count { $0 & 0xC0 != 0x80 } }
    let known = site.map { Self.key($0.utf8) }.filter { $0.count >= 4 }
    guard let first = parts.first.map(letters) else { return known }
    return known + parts.dropFirst().filter { letters($0) < first }
  }

  /// The last headline before the text, for pages whose `<title>` names only the site.
  static func headline(in outline: PageOutline, before first: Int) -> Int? {
    let candidates = (max(0, first - 12)..<first).filter { index in
      let line = outline.lines[index]
      let container = outline.containers[line.container]
      let length = line.end - line.start
      guard length >= 12, length <= 300, line.linkBytes * 2 < length else { return false }
      if [.h1, .h2].contains(container.tag) { return true }
      return container.words.contains(.title)
        && container.words.isDisjoint(with: [.lead, .byline, .date, .caption])
    }
    guard var result = candidates.last else { return nil }
    // A second headline right above is the title, and the lower one its subtitle.
    while candidates.contains(result - 1) { result -= 1 }
    return result
  }

  /// The last part of a line that leads to the title: `Home > News > Title`.
  static func withoutPath(_ text: String) -> String {
    for sign in ["〉", " » ", " > ", " >> "] where text.contains(sign) {
      let parts = segments(text, signs: [Array(sign.utf8)])
      if parts.count > 2, let last = parts.last, last.utf8.count >= 8 { return last }
    }
    return text
  }

  /// The title when no line has it: the declared one, or the longest part of `<title>`.
  var fallback: String {
    let whole = Self.key(documentTitle.utf8)
    for text in declared where Self.key(text.utf8).count >= 4 {
      if whole.isEmpty || Self.contains(whole, Self.key(text.utf8)) { return cut(text) }
    }
    return cut(documentTitle)
  }

  private func cut(_ text: String) -> String {
    let known = site.map { Self.key($0.utf8) }
    let parts = Self.segments(text).filter { !known.contains(Self.key($0.utf8)) }
    let longest = parts.max { $0.utf8.count < $1.utf8.count }
    // The site's name and sections follow the title more often than they go before it.
    if let first = parts.first, let longest, first.utf8.count * 3 >= longest.utf8.count * 2 {
      return first
    }
    return longest ?? text
  }

  /// The parts between the signs that divide a title from the name of its site.
  static func segments(_ title: String, signs: [[UInt8]] = signs) -> [String] {
    let bytes = Array(title.utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      if let sign = signs.first(where: { bytes[index...].starts(with: $0) }) {
        parts.append(bytes[start..<index])
        index += sign.count
        start = index
      } else {
        index += 1
      }
    }
    parts.append(bytes[start...])
    return parts.map { WhiteSpace.collapsed(Array($0)) }.filter { !$0.isEmpty }
  }

  static let signs = [
    " - ", " | ", " – ", " — ", " :: ", " » ", " « ", "--", "_", "|", " / ", "：：", "－",
  ].map { Array($0.utf8) }

  /// The four-byte pieces of a text, by which likeness is measured.
  private struct Pieces {
    private var pieces: Set<UInt32> = []
    /// A bit for many pieces together: a text that has nothing in common is told by them.
    private var filter = [UInt64](repeating: 0, count: 64)

    init(_ text: [UInt8]) {
      Self.forEach(of: text) { piece in
        pieces.insert(piece)
        filter[Self.place(piece).word] |= Self.place(piece).bit
      }
    }

    private static func place(_ piece: UInt32) -> (word: Int, bit: UInt64) {
      let hash = (piece &* 0x9E37_79B1) >> 20
      return (Int(hash >> 6), 1 << UInt64(hash & 63))
    }

    private static func forEach(of text: [UInt8], _ body: (UInt32) -> Void) {
      guard text.count > 8 else { return }
      var piece: UInt32 = 0
      for index in text.indices {
        piece = piece << 8 | UInt32(text[index])
        if index >= 3 { body(piece) }
      }
    }

    /// The share of the pieces of another text that are among these; 0 when it is small.
    func likeness(_ text: [UInt8]) -> Double {
      guard text.count > 8, !pieces.isEmpty else { return 0 }
      var common = 0
      Self.forEach(of: text) { piece in
        let place = Self.place(piece)
        if filter[place.word] & place.bit != 0, pieces.contains(piece) { common += 1 }
      }
      let share = Double(common) / Double(text.count - 3)
      return share < 0.4 ? 0 : share
    }
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard part.count <= text.count, let first = part.first else { return false }
    var index = 0
    while index + part.count <= text.count {
      if text[index] == first, text[index..<(index + part.count)].elementsEqual(part) {
        return true
      }
      index += 1
    }
    return false
  }
}
