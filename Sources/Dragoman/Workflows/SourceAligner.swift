import ArticleModel

/// Finds the parts of a unit that came home in the article's own text, however they were cut.
///
/// White space does not count: tools fold it, lose it between segments, and make no-break spaces
/// plain. What is found gets the article's text back, to the character.
struct SourceAligner {
  /// A unit with the article's own text as its source.
  struct Alignment {
    var unit: TranslationUnit
    /// How many pieces of the text the file lacks; they are segments without a translation.
    var missing: Int
  }

  private enum Atom: Equatable {
    case scalar(Unicode.Scalar)
    case code(id: String, position: InlineCode.Position)
  }

  /// A place in content: an item, and an offset in its UTF-8.
  private struct Place: Comparable {
    var item: Int
    var offset: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.item, left.offset) < (right.item, right.offset)
    }
  }

  private let content: [Inline]
  private let atoms: [Atom]
  private let places: [Range<Place>]

  init(content: [Inline]) {
    self.content = content
    (atoms, places) = Self.atoms(of: content)
  }

  /// The unit with the article's text, or `nil` when its source is not a part of that.
  func align(_ unit: TranslationUnit) -> Alignment? {
    var found: [(range: Range<Int>, part: UnitPart)] = []
    var gapTargets: [Int: [Inline]] = [:]
    var cursor = 0
    for part in unit.parts {
      let wanted = Self.atoms(of: part.source).0
      guard !wanted.isEmpty else {
        if case .ignorable(_, let target?) = part, target.codes.isEmpty,
          target.textOnly.allSatisfy(\.isWhitespace)
        {
          gapTargets[found.count] = target
        }
        continue
      }
      guard let start = place(of: wanted, from: cursor) else { return nil }
      cursor = start + wanted.count
      found.append((start..<cursor, part))
    }
    guard !found.isEmpty else { return nil }
    return assembled(found, gapTargets: gapTargets, unit: unit)
  }

  /// Where a piece stands next, searched after Knuth, Morris and Pratt: a text that repeats itself
  /// takes no longer than another.
  private func place(of wanted: [Atom], from cursor: Int) -> Int? {
    var borders = [0]
    var length = 0
    for atom in wanted.dropFirst() {
      while length > 0, wanted[length] != atom { length = borders[length - 1] }
      if wanted[length] == atom { length += 1 }
      borders.append(length)
    }
    length = 0
    for end in cursor..<atoms.count {
      while length > 0, wanted[length] != atoms[end] { length = borders[length - 1] }
      if wanted[length] == atoms[end] { length += 1 }
      if length == wanted.count { return end + 1 - length }
    }
    return nil
  }

  private func assembled(
    _ found: [(range: Range<Int>, part: UnitPart)], gapTargets: [Int: [Inline]],
    unit: TranslationUnit
  ) -> Alignment {
    var result = unit
    result.parts = []
    var missing = 0
    var cursor = 0
    var end = Place(item: 0, offset: 0)
    func gap(to place: Place, target: [Inline]?) {
      let space = cut(end..<place)
      if !space.isEmpty {
        result.parts.append(.ignorable(source: space, target: target == space ? nil : target))
      }
    }
    func skip(to next: Int, number: Int) {
      guard cursor < next else { return }
      gap(to: places[cursor].lowerBound, target: nil)
      let lost = cut(places[cursor].lowerBound..<places[next - 1].upperBound)
      end = places[next - 1].upperBound
      if lost.textOnly.isEmpty {
        result.parts.append(.ignorable(source: lost, target: nil))
      } else {
        missing += 1
        result.parts.append(.segment(Segment(id: "missing\(number)", source: lost)))
      }
    }
    for (number, (range, part)) in found.enumerated() {
      skip(to: range.lowerBound, number: number)
      gap(to: places[range.lowerBound].lowerBound, target: gapTargets[number])
      end = places[range.upperBound - 1].upperBound
      cursor = range.upperBound
      let source = cut(places[range.lowerBound].lowerBound..<end)
      switch part {
      case .segment(var segment):
        segment.source = source
        result.parts.append(.segment(segment))
      case .ignorable(_, let target):
        result.parts.append(.ignorable(source: source, target: target))
      }
    }
    skip(to: atoms.count, number: found.count)
    gap(to: Place(item: content.count, offset: 0), target: gapTargets[found.count])
    return Alignment(unit: result, missing: missing)
  }

  private func cut(_ range: Range<Place>) -> [Inline] {
    var result: [Inline] = []
    var item = range.lowerBound.item
    while item < content.count, Place(item: item, offset: 0) < range.upperBound {
      let from = item == range.lowerBound.item ? range.lowerBound.offset : 0
      let to = item == range.upperBound.item ? range.upperBound.offset : Int.max
      switch content[item] {
      case .code: if from == 0 { result.append(content[item]) }
      case .text(let text):
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: from)
        let end =
          utf8.index(utf8.startIndex, offsetBy: to, limitedBy: utf8.endIndex) ?? utf8.endIndex
        if start < end { result.append(.text(String(text[start..<end]))) }
      }
      item += 1
    }
    return result.normalized
  }

  private static func atoms(of content: [Inline]) -> ([Atom], [Range<Place>]) {
    var atoms: [Atom] = []
    var places: [Range<Place>] = []
    for (item, inline) in content.enumerated() {
      switch inline {
      case .code(let code):
        atoms.append(.code(id: code.id, position: code.position))
        places.append(Place(item: item, offset: 0)..<Place(item: item, offset: 1))
      case .text(let text):
        var offset = 0
        for scalar in text.unicodeScalars {
          let next = offset + UTF8.width(scalar)
          if !isSpace(scalar) {
            atoms.append(.scalar(scalar))
            places.append(Place(item: item, offset: offset)..<Place(item: item, offset: next))
          }
          offset = next
        }
      }
    }
    return (atoms, places)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
  }
}
