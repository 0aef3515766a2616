/// Lets through only addresses that a page may link to.
public enum SafeAddress {
  /// The address made absolute, or nil when its scheme is none of http, https, mailto and tel.
  ///
  /// A relative address is resolved against `base` (RFC 3986, section 5.2); without one it stays
  /// relative. Tabs and line ends inside are dropped as browsers do, so that they hide no scheme.
  public static func sanitized(_ href: String, base: String?) -> String? {
    // Bytes throughout: a page has hundreds of links, and characters are slow to compare.
    let address = href.utf8.contains { $0 <= 0x20 } ? withoutControls(href) : href
    guard !address.isEmpty else { return nil }
    if let scheme = scheme(of: address) {
      guard ["http", "https", "mailto", "tel"].contains(scheme.lowercased()) else { return nil }
      return escapingSpaces(address)
    }
    guard let base, let root = Parts(base), ["http", "https"].contains(root.scheme) else {
      // A control character could hide a scheme from this reading and not from a browser's.
      return address.utf8.contains { $0 < 0x20 } ? nil : escapingSpaces(address)
    }
    return escapingSpaces(root.resolving(address))
  }

  /// Without tabs and line ends, and without what stands at both ends.
  private static func withoutControls(_ href: String) -> String {
    var bytes = href.utf8.filter { $0 != 9 && $0 != 10 && $0 != 13 }[...]
    bytes = bytes.drop { $0 <= 0x20 }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func scheme(of address: String) -> Substring? {
    let end = address.utf8.firstIndex { isOne(of: ":/?#", $0) }
    guard let end, address.utf8[end] == UInt8(ascii: ":") else { return nil }
    return address[..<end]
  }

  private static func isOne(of signs: StaticString, _ byte: UInt8) -> Bool {
    signs.withUTF8Buffer { $0.contains(byte) }
  }

  private static func escapingSpaces(_ address: String) -> String {
    guard address.utf8.contains(0x20) else { return address }
    return address.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20")
  }

  /// An absolute address in the parts of RFC 3986, section 3.
  private struct Parts {
    var scheme: String
    var authority: String
    var path: String
    var query: String

    init?(_ text: String) {
      guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
        text.utf8[colon...].starts(with: "://".utf8)
      else { return nil }
      scheme = text[..<colon].lowercased()
      let rest = text.utf8[colon...].dropFirst(3).prefix { $0 != UInt8(ascii: "#") }
      let tail = rest.drop { !isOne(of: "/?", $0) }
      authority = String(Substring(rest[..<tail.startIndex]))
      guard !authority.isEmpty else { return nil }
      let question = tail.firstIndex(of: UInt8(ascii: "?")) ?? tail.endIndex
      path = String(Substring(tail[..<question]))
      query = String(Substring(tail[question...]))
    }

    func resolving(_ reference: String) -> String {
      let root = scheme + "://" + authority
      if reference.hasPrefix("//") { return scheme + ":" + reference }
      if reference.hasPrefix("#") { return root + path + query + reference }
      if reference.hasPrefix("?") { return root + path + reference }
      let end = reference.utf8.firstIndex { isOne(of: "?#", $0) } ?? reference.endIndex
      let own = reference[..<end]
      let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "/"
      let joined = own.hasPrefix("/") ? String(own) : folder + own
      return root + Self.withoutDots(joined) + reference[end...]
    }

    /// Section 5.2.4, remove dot segments.
    static func withoutDots(_ path: String) -> String {
      guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
      var kept: [Substring] = []
      let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
      for segment in segments {
        if segment == ".." {
          _ = kept.popLast()
        } else if segment != "." {
          kept.append(segment)
        }
      }
      if let last = segments.last, last == "." || last == ".." { kept.append("") }
      return "/" + kept.joined(separator: "/")
    }
  }
}
