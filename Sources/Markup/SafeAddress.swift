/// Lets through only addresses that a page may link to.
public enum SafeAddress {
  /// The address made absolute, or nil when its scheme is none of http, https, mailto and tel.
  ///
  /// A relative address is resolved against `base` (RFC 3986, section 5.2); without one it stays
  /// relative. Tabs and line ends inside are dropped as browsers do, so that they hide no scheme.
  public static func sanitized(_ href: String, base: String?) -> String? {
    let scalars = href.unicodeScalars.filter { $0.value != 9 && $0.value != 10 && $0.value != 13 }
    var address = String(String.UnicodeScalarView(scalars))
    while let first = address.unicodeScalars.first, first.value <= 0x20 { address.removeFirst() }
    while let last = address.unicodeScalars.last, last.value <= 0x20 { address.removeLast() }
    guard !address.isEmpty else { return nil }
    if let scheme = scheme(of: address) {
      guard ["http", "https", "mailto", "tel"].contains(scheme.lowercased()) else { return nil }
      return escapingSpaces(address)
    }
    guard let base, let root = Parts(base), ["http", "https"].contains(root.scheme) else {
      // A control character could hide a scheme from this reading and not from a browser's.
      return address.unicodeScalars.contains { $0.value < 0x20 } ? nil : escapingSpaces(address)
    }
    return escapingSpaces(root.resolving(address))
  }

  private static func scheme(of address: String) -> Substring? {
    guard let colon = address.firstIndex(of: ":") else { return nil }
    let name = address[..<colon]
    return name.contains { "/?#".contains($0) } ? nil : name
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
      guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else {
        return nil
      }
      scheme = text[..<colon].lowercased()
      let rest = text[colon...].dropFirst(3).prefix { $0 != "#" }
      authority = String(rest.prefix { !"/?".contains($0) })
      guard !authority.isEmpty else { return nil }
      let tail = rest.dropFirst(authority.count)
      path = String(tail.prefix { $0 != "?" })
      query = String(tail.dropFirst(path.count))
    }

    func resolving(_ reference: String) -> String {
      let root = scheme + "://" + authority
      if reference.hasPrefix("//") { return scheme + ":" + reference }
      if reference.hasPrefix("#") { return root + path + query + reference }
      if reference.hasPrefix("?") { return root + path + reference }
      let own = reference.prefix { !"?#".contains($0) }
      let tail = reference.dropFirst(own.count)
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
      let joined = own.hasPrefix("/") ? String(own) : folder + own
      return root + Self.withoutDots(joined) + tail
    }

    /// Section 5.2.4, remove dot segments.
    static func withoutDots(_ path: String) -> String {
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
