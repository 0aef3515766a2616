import CICU

/// ICU's boundaries in UTF-8 text, one iterator used again for many texts.
final class BreakIterator {
  enum Kind: Int32 {
    case sentences = 0
    case words = 1
    case graphemes = 2
  }

  private let breaker: OpaquePointer

  init(_ kind: Kind, locale: String) throws(LinguisticsError) {
    guard let breaker = dragoman_breaker_open(kind.rawValue, locale) else {
      throw .noRules(locale: locale)
    }
    self.breaker = breaker
  }

  deinit { dragoman_breaker_close(breaker) }

  /// Calls `body` with every boundary after 0, and whether the run before it is a word.
  func forEachBoundary(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ end: Int, _ isWord: Bool) -> Void
  ) {
    guard let base = bytes.baseAddress,
      dragoman_breaker_set_text(breaker, base, Int64(bytes.count)) != 0
    else { return }
    while true {
      let end = dragoman_breaker_next(breaker)
      guard end >= 0 else { return }
      body(Int(end), dragoman_breaker_is_word(breaker) != 0)
    }
  }
}
