import CICU

/// Rewrites text by the transforms of ICU.
enum Transliteration {
  static func apply(_ transform: String, to text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      guard let base = bytes.baseAddress else { return "" }
      var count: Int64 = 0
      guard let result = dragoman_transliterate(transform, base, Int64(bytes.count), &count) else {
        return String(decoding: bytes, as: UTF8.self)
      }
      defer { dragoman_free(result) }
      return String(decoding: UnsafeBufferPointer(start: result, count: Int(count)), as: UTF8.self)
    }
  }
}
