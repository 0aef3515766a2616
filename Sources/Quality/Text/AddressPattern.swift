/// Web and e-mail addresses in running text.
enum AddressPattern {
  private static let schemes = ["https://", "http://", "ftp://", "www."].map {
    Array($0.unicodeScalars)
  }
  private static let domains: Set<String> = [
    "com", "org", "net", "gov", "edu", "int", "eu", "cn", "gr", "info", "hk", "tw", "uk", "io",
  ]

  /// The end of a web address that begins at a place.
  static func address(at start: Int, in text: [Unicode.Scalar]) -> Int? {
    guard isEdge(start, text), text[start].isASCIILetterOrDigit else { return nil }
    var end = start
    if let scheme = schemes.first(where: { begins($0, at: start, in: text) }) {
      end = start + scheme.count
      guard end < text.count, text[end].isASCIILetterOrDigit else { return nil }
    } else {
      guard let host = hostEnd(from: start, in: text) else { return nil }
      end = host
      guard end < text.count, text[end] == "/" else { return end }
    }
    var depth = 0
    while end < text.count, isPart(text[end]) {
      if text[end] == "(" { depth += 1 }
      if text[end] == ")" {
        if depth == 0 { break }
        depth -= 1
      }
      end += 1
    }
    while end > start, ".,;:!?'*".unicodeScalars.contains(text[end - 1]) { end -= 1 }
    return end
  }

  /// The end of an e-mail address that begins at a place.
  static func email(at start: Int, in text: [Unicode.Scalar]) -> Int? {
    guard isEdge(start, text), text[start].isASCIILetterOrDigit else { return nil }
    var at = start
    while at < text.count, isLocal(text[at]), at - start <= 64 { at += 1 }
    guard at < text.count, text[at] == "@" else { return nil }
    var end = at + 1
    var hasDot = false
    while end < text.count, text[end].isASCIILetterOrDigit || text[end] == "." || text[end] == "-" {
      if text[end] == "." { hasDot = true }
      end += 1
    }
    while end > at, text[end - 1] == "." || text[end - 1] == "-" { end -= 1 }
    return hasDot && end > at + 3 ? end : nil
  }

  /// The end of a host name without a scheme, told by its last part.
  private static func hostEnd(from start: Int, in text: [Unicode.Scalar]) -> Int? {
    var end = start
    while end < text.count, text[end].isASCIILetterOrDigit || text[end] == "." || text[end] == "-" {
      end += 1
    }
    while end > start, text[end - 1] == "." || text[end - 1] == "-" { end -= 1 }
    guard let dot = text[start..<end].lastIndex(of: "."), dot > start else { return nil }
    let last = String(scalars: text[(dot + 1)..<end])
    return domains.contains(last) ? end : nil
  }

  private static func isEdge(_ place: Int, _ text: [Unicode.Scalar]) -> Bool {
    guard place > 0 else { return true }
    let before = text[place - 1]
    return !before.isASCIILetterOrDigit && before != "." && before != "-" && before != "@"
  }

  private static func begins(
    _ prefix: [Unicode.Scalar], at start: Int, in text: [Unicode.Scalar]
  ) -> Bool {
    guard start + prefix.count <= text.count else { return false }
    return zip(prefix, text[start...]).allSatisfy {
      $0.value == $1.value | ($1.properties.isUppercase ? 0x20 : 0)
    }
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    (0x21...0x7E).contains(scalar.value) && !"<>\"{}|\\^`".unicodeScalars.contains(scalar)
  }

  private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIILetterOrDigit || "._%+-".unicodeScalars.contains(scalar)
  }
}
