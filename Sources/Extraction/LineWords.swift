import Foundation

/// Words by which credits, share tools and notes at the ends of an article give themselves away.
///
/// Read from `Words/line-words.txt` into a trie over bytes, so that a line is read once.
struct LineWords: Sendable {
  /// The meanings; each is a column of ``LineFeatures``.
  enum Kind: Int, CaseIterable {
    case tools, credit, related, legal, comment, date, caption, promotion
  }
  /// What is found in a line: for each kind 0 for nothing, 1 for somewhere, 2 for at its start, 3
  /// when the line says nothing else.
  typealias Found = SIMD8<UInt8>

  /// The nodes behind the root, by the first byte of a word.
  private var first = [UInt16](repeating: 0, count: 256)
  private var edges = Edges()
  /// The kinds whose word ends at the node, a bit each.
  private var ends: [UInt8] = [0]

  init(folder: URL = WordFile.builtInFolder) throws {
    let kinds = Kind.allCases.map { "\($0)" }
    for (meaning, words) in try WordFile.read("line-words.txt", in: folder) {
      guard let kind = kinds.firstIndex(of: meaning) else {
        throw ExtractionError.badProfile(
          file: "line-words.txt", reason: "no such meaning: \(meaning)")
      }
      for word in words {
        insert(word, 1 << UInt8(kind))
        // Greek capitals are written without accents; ASCII is folded while reading.
        if word.utf8.contains(where: { (0xCD...0xCF).contains($0) }) {
          insert(Self.capitals(word), 1 << UInt8(kind))
        }
      }
    }
  }

  private static func capitals(_ word: String) -> String {
    let bare = word.decomposedStringWithCanonicalMapping.unicodeScalars
      .filter { !(0x300...0x36F).contains($0.value) }
    return String(String.UnicodeScalarView(bare)).uppercased()
  }

  private mutating func insert(_ word: String, _ kind: UInt8) {
    var node: UInt16 = 0
    for (index, letter) in word.utf8.enumerated() {
      let byte = Self.folded(letter)
      var following = index == 0 ? first[Int(byte)] : edges.node(after: node, byte)
      if following == 0 {
        following = UInt16(ends.count)
        ends.append(0)
        if index == 0 {
          first[Int(byte)] = following
        } else {
          edges.insert(following, after: node, byte)
        }
      }
      node = following
    }
    ends[Int(node)] |= kind
  }

  @inline(__always)
  private static func folded(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// What the line says; words of letters with spaces between them count whole.
  func find(in text: UnsafeBufferPointer<UInt8>) -> Found {
    var found = Found(repeating: 0)
    var startsWord = true
    for start in text.indices {
      let byte = text[start]
      // Inside a character, or inside a word.
      if byte & 0xC0 == 0x80 { continue }
      let isInside = !startsWord
      startsWord = !Self.isLetter(byte)
      if isInside, !startsWord { continue }
      var node = first[Int(Self.folded(byte))]
      var index = start + 1
      while node != 0 {
        let kinds = ends[Int(node)]
        if kinds != 0, Self.endsWord(text, index) {
          let place: UInt8 = start >= 4 ? 1 : Self.isSaid(text, from: index) ? 3 : 2
          for kind in 0..<8 where kinds >> UInt8(kind) & 1 == 1 {
            found[kind] = max(found[kind], place)
          }
        }
        guard index < text.count else { break }
        node = edges.node(after: node, Self.folded(text[index]))
        index += 1
      }
    }
    return found
  }

  /// Whether no word goes on here: Chinese has no spaces between words.
  @inline(__always)
  private static func endsWord(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index >= text.count || !isLetter(text[index])
      || (index >= 3 && text[index - 3] >= 0xE3 && text[index - 1] & 0xC0 == 0x80)
  }

  /// Whether only signs follow, as in `Advertisement:`.
  private static func isSaid(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    text.count - start <= 4
      && text[start...].allSatisfy { $0 < 0x80 && !isLetter($0) && !(0x30...0x39).contains($0) }
  }

  /// A letter of ASCII or the first byte of a Greek or Latin one.
  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0xC3...0xDF).contains(byte)
  }

  /// The edges of the trie below its root: few of so many are there that a table of all possible
  /// ones would take longer to make than a page to read.
  private struct Edges {
    /// From which node by which byte to which node; 0 is free.
    private var slots = [UInt64](repeating: 0, count: 1 << 12)
    private var count = 0

    func node(after node: UInt16, _ byte: UInt8) -> UInt16 {
      UInt16(truncatingIfNeeded: slots[slot(Self.key(node, byte))])
    }

    mutating func insert(_ target: UInt16, after node: UInt16, _ byte: UInt8) {
      let key = Self.key(node, byte)
      slots[slot(key)] = key << 16 | UInt64(target)
      count += 1
      if count * 2 > slots.count { grow() }
    }

    private mutating func grow() {
      let old = slots
      slots = Array(repeating: 0, count: old.count * 2)
      for entry in old where entry != 0 { slots[slot(entry >> 16)] = entry }
    }

    /// Where the entry of the key is, or may be put.
    private func slot(_ key: UInt64) -> Int {
      var slot = Int(key &* 0x9E37_79B1 >> 8) & (slots.count - 1)
      while slots[slot] != 0, slots[slot] >> 16 != key { slot = (slot + 1) & (slots.count - 1) }
      return slot
    }

    private static func key(_ node: UInt16, _ byte: UInt8) -> UInt64 {
      UInt64(node) << 8 | UInt64(byte)
    }
  }
}
