import ArticleModel
import CICU

/// Cuts text by the rules of an SRX file: the first rule that matches at a place decides.
///
/// Source: SRX 2.0, section 2.4. White space is left with the segment before, as there.
final class PatternRules {
  private let rules: [(breaks: Bool, expression: RegularExpression)]
  private let text = PatternText()

  /// - Throws: ``LinguisticsError/pattern(expression:)`` when ICU does not understand a rule.
  init(_ patterns: [SegmentationPattern]) throws(LinguisticsError) {
    var rules: [(Bool, RegularExpression)] = []
    for pattern in patterns {
      // The place of a rule is where its first part ends and its second begins.
      let joined = "(?:\(pattern.before))(?=\(pattern.after))"
      rules.append((pattern.breaks, try RegularExpression(joined)))
    }
    self.rules = rules
  }

  /// Calls `body` with every place that a rule decides on, in order, but for the ends of the text.
  func forEachPlace(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ place: Int, _ breaks: Bool) -> Void
  ) {
    guard text.set(bytes) else { return }
    var places: [Int: Bool] = [:]
    for rule in rules {
      rule.expression.forEachEnd(in: text) { place in
        if place > 0, place < bytes.count, places[place] == nil { places[place] = rule.breaks }
      }
    }
    for place in places.keys.sorted() { body(place, places[place] ?? false) }
  }
}

/// A regular expression of ICU, used again for many texts.
package final class RegularExpression {
  private let pattern: OpaquePointer

  /// - Throws: ``LinguisticsError/pattern(expression:)`` when ICU does not understand it.
  package init(_ expression: String) throws(LinguisticsError) {
    var text = expression
    let opened = text.withUTF8 { bytes in
      bytes.baseAddress.flatMap { dragoman_pattern_open($0, Int64(bytes.count)) }
    }
    guard let opened else { throw .pattern(expression: expression) }
    pattern = opened
  }

  deinit { dragoman_pattern_close(pattern) }

  /// Whether the expression matches a text as a whole.
  package func matches(_ text: String) -> Bool {
    let units = PatternText()
    var text = text
    return text.withUTF8 { bytes in
      units.set(bytes) && dragoman_pattern_set_text(pattern, units.units) != 0
        && dragoman_pattern_matches(pattern) != 0
    }
  }

  /// Calls `body` with the end of a match from every place where one begins.
  func forEachEnd(in text: PatternText, _ body: (Int) -> Void) {
    guard dragoman_pattern_set_text(pattern, text.units) != 0 else { return }
    var from: Int32 = 0
    while true {
      let end = dragoman_pattern_next(pattern, &from)
      guard end >= 0 else { return }
      body(Int(end))
    }
  }
}

/// A text that expressions are looked for in, one place in memory used again for many.
final class PatternText {
  fileprivate let units: OpaquePointer

  init() {
    guard let units = dragoman_units_open() else { preconditionFailure("there is no memory left") }
    self.units = units
  }

  deinit { dragoman_units_close(units) }

  /// Takes a copy of UTF-8 bytes; `false` for more than ICU can count.
  func set(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    return dragoman_units_set(units, base, Int64(bytes.count)) != 0
  }
}
