/// Tells the next page of an article that is spread over several from the next article.
enum PageSequence {
  /// Whether the address is that of the page after this one: `a_2.html` after `a.html`,
  /// `?page=3` after `?page=2`, `a/2` after `a`.
  static func follows(_ next: String, _ page: String) -> Bool {
    guard let next = Place(next), let page = Place(page), next.stem == page.stem else {
      return false
    }
    return next.number == page.number + 1
  }

  /// The digits that the address of the page after this one has; nil where there is no address.
  static func digitsAfter(_ page: String) -> [UInt8]? {
    Place(page).map { Array(String($0.number + 1).utf8) }
  }

  /// Whether a link may have the number: behind a sign, or at its beginning.
  static func mayHave(_ digits: [UInt8], in link: UnsafeBufferPointer<UInt8>) -> Bool {
    for (index, byte) in link.enumerated() where byte == digits[0] {
      if link[index...].starts(with: digits),
        index == 0 || "_-=/".utf8.contains(link[index - 1])
      {
        return true
      }
    }
    return false
  }

  /// An address without the number of its page.
  private struct Place {
    var stem: String
    /// 1 for an address without a number.
    var number = 1

    init?(_ address: String) {
      var rest = address[...]
      if let colon = rest.utf8.firstIndex(of: 0x3A), rest[colon...].hasPrefix("://") {
        rest = rest[colon...].dropFirst(3)
      }
      if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
      var ending = ""
      if let dot = rest.lastIndex(of: "."), let slash = rest.lastIndex(of: "/"), dot > slash,
        !rest[dot...].contains("?")
      {
        ending = String(rest[dot...])
        rest = rest[..<dot]
      }
      while rest.last == "/" { rest.removeLast() }
      guard !rest.isEmpty else { return nil }
      let digits = rest.reversed().prefix { $0.isASCII && $0.isNumber }
      var before = rest.dropLast(digits.count)
      // Two digits at the most, behind a sign: longer numbers are those of articles.
      if (1...2).contains(digits.count), let number = Int(String(digits.reversed())),
        let sign = before.last, "_-=/".contains(sign)
      {
        before.removeLast()
        for name in ["?page", "&page", "?p", "&p", "/page"] where before.hasSuffix(name) {
          before.removeLast(name.count)
        }
        self.number = number
        stem = String(before) + ending
      } else {
        stem = String(rest) + ending
      }
    }
  }
}
