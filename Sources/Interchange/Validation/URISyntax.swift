/// The syntax of references (RFC 3986, section 4.1), where characters of IRIs count as unreserved.
enum URISyntax {
  /// Whether a text is a URI or a relative reference; the empty text is one.
  static func isReference(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard hasGoodEscapes(bytes) else { return false }
    let parts = bytes.split(separator: 0x23, maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, parts[1].contains(where: { $0 == 0x23 || $0 == 0x5B || $0 == 0x5D }) {
      return false
    }
    return isHierarchy(
      parts[0].split(separator: 0x3F, maxSplits: 1, omittingEmptySubsequences: false))
  }

  /// A percent sign begins two hexadecimal digits.
  private static func hasGoodEscapes(_ bytes: [UInt8]) -> Bool {
    for (index, byte) in bytes.enumerated() where byte == 0x25 {
      guard index + 2 < bytes.count, bytes[index + 1].isHexDigit, bytes[index + 2].isHexDigit
      else { return false }
    }
    return true
  }

  private static func isHierarchy(_ parts: [ArraySlice<UInt8>]) -> Bool {
    if parts.count == 2, parts[1].contains(where: { $0 == 0x5B || $0 == 0x5D }) { return false }
    var rest = parts[0]
    let firstPart = rest.prefix { $0 != 0x2F }
    if let colon = firstPart.firstIndex(of: 0x3A) {
      let scheme = firstPart[..<colon]
      guard let first = scheme.first, first.isLetter,
        scheme.allSatisfy({
          $0.isLetter || $0.isDigit || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
        })
      else { return false }
      rest = rest[(colon + 1)...]
    }
    if rest.starts(with: [0x2F, 0x2F]) {
      let authority = rest.dropFirst(2).prefix { $0 != 0x2F }
      guard isAuthority(authority) else { return false }
      rest = rest.dropFirst(2 + authority.count)
    }
    return !rest.contains { $0 == 0x5B || $0 == 0x5D }
  }

  private static func isAuthority(_ bytes: ArraySlice<UInt8>) -> Bool {
    var host = bytes
    if let at = host.lastIndex(of: 0x40) { host = host[(at + 1)...] }
    if host.first == 0x5B {
      guard let end = host.firstIndex(of: 0x5D) else { return false }
      host = host[(end + 1)...]
    }
    let parts = host.split(separator: 0x3A, maxSplits: 1, omittingEmptySubsequences: false)
    let hasGoodPort = parts.count < 2 || parts[1].allSatisfy(\.isDigit)
    return hasGoodPort && !host.contains { $0 == 0x5B || $0 == 0x5D }
  }
}
