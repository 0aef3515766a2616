/// References that libxml2 reads otherwise than HTML 5 says (HTML, sections 13.2.5.72 to 80).
enum CharacterReference {
  /// What stands for the reference at the index, and where it ends; nil when it is well as it is.
  static func repaired(
    _ page: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (reference: [UInt8], end: Int)? {
    guard index + 2 < page.count else { return nil }
    if page[index + 1] == UInt8(ascii: "#") { return number(page, index + 2) }
    guard let end = endOfOpenName(page, index) else { return nil }
    return (Array(page[index..<end]) + [UInt8(ascii: ";")], end)
  }

  /// Where a name ends that lacks its semicolon.
  private static func endOfOpenName(_ page: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    for name in oldNames {
      let end = index + 1 + name.utf8CodeUnitCount
      guard end < page.count, page[index + 1] == name.utf8Start[0],
        (1..<name.utf8CodeUnitCount).allSatisfy({ page[index + 1 + $0] == name.utf8Start[$0] })
      else { continue }
      let next = page[end]
      let isLetter = (0x61...0x7A).contains(next | 0x20) || (0x30...0x39).contains(next)
      // `?a=1&copy=2` is an address, and `&region` no reference; but `&nbspx` is one.
      if next == 0x3B || next == 0x3D || (isLetter && name.utf8Start[0] != 0x6E) { return nil }
      return end
    }
    return nil
  }

  /// The names that pages leave open.
  private static let oldNames: [StaticString] = [
    "nbsp", "amp", "quot", "copy", "reg", "laquo", "raquo", "middot", "lt", "gt", "deg", "sect",
  ]

  /// What the numbers from 128 to 159 mean: characters of windows-1252.
  private static let windows: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  private static func number(
    _ page: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (reference: [UInt8], end: Int)? {
    var index = start
    var value = 0
    while index < page.count, index < start + 4, case let byte = page[index],
      (0x30...0x39).contains(byte)
    {
      value = value * 10 + Int(byte - 0x30)
      index += 1
    }
    guard (0x80...0x9F).contains(value) else { return nil }
    if index < page.count, page[index] == UInt8(ascii: ";") { index += 1 }
    return (Array(String(windows[value - 0x80]).utf8), index)
  }
}
