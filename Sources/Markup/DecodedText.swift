/// A page's bytes as UTF-8, with what became of them on the way.
public struct DecodedText: Sendable, Equatable {
  /// The text; what could not be decoded is U+FFFD.
  public let utf8: [UInt8]
  /// The encoding that was read, by its WHATWG name; every GB encoding is `gb18030`.
  public let encoding: String
  /// Where the first byte sequences begin that could not be decoded.
  public let undecodableOffsets: [Int]
  /// How many sequences could not be decoded.
  public let undecodableCount: Int
}
