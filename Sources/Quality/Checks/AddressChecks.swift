import ArticleModel

/// `url-mismatch`: a web address is lost, changed or new.
struct URLCheck: Check {
  static let rule = Rule("url-mismatch", .error, "The web addresses are not those of the source.")

  func findings(in pair: SegmentPair) -> [Finding] {
    let difference = Difference(
      source: pair.sourceText.addresses.map(Self.normalized),
      target: pair.targetText.addresses.map(Self.normalized))
    return difference.message("the address").map { [pair.finding(Self.rule, $0)] } ?? []
  }

  /// The host without regard to case; a slash at the end says nothing.
  private static func normalized(_ address: String) -> String {
    let slash = address.firstIndex(of: "/").flatMap { first in
      address[first...].hasPrefix("//")
        ? address[first...].dropFirst(2).firstIndex(of: "/") : first
    }
    let host = slash.map { String(address[..<$0]) } ?? address
    let path = slash.map { String(address[$0...]) } ?? ""
    return host.lowercased()
      + (path == "/" ? "" : path.hasSuffix("/") ? String(path.dropLast()) : path)
  }
}

/// `email-mismatch`: an e-mail address is lost, changed or new.
struct EmailCheck: Check {
  static let rule = Rule(
    "email-mismatch", .error, "The e-mail addresses are not those of the source.")

  func findings(in pair: SegmentPair) -> [Finding] {
    let difference = Difference(
      source: pair.sourceText.emails, target: pair.targetText.emails)
    return difference.message("the e-mail address").map { [pair.finding(Self.rule, $0)] } ?? []
  }
}

/// What one list has and the other has not.
private struct Difference {
  var missing: [String]
  var added: [String]

  init(source: [String], target: [String]) {
    missing = Set(source).subtracting(target).sorted()
    added = Set(target).subtracting(source).sorted()
  }

  func message(_ thing: String) -> String? {
    if missing.isEmpty, added.isEmpty { return nil }
    let lost = missing.joined(separator: ", ")
    let new = added.joined(separator: ", ")
    if added.isEmpty { return "\(thing) \(lost) of the source is missing; put it back" }
    if missing.isEmpty { return "\(thing) \(new) is not in the source; take it out" }
    return "\(thing) \(lost) of the source has become \(new); write it as in the source"
  }
}
