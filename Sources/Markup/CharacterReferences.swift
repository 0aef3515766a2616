import Foundation

/// Resolves character references (HTML, section 13.2.5.72).
struct CharacterReferences {
  /// The bytes of each name, with its semicolon or, for the old ones, also without.
  private static let names: [String: [UInt8]] = {
    let file = Bundle.module.bundleURL.appendingPathComponent("References/names.txt")
    var names: [String: [UInt8]] = [:]
    for line in ((try? Data(contentsOf: file)) ?? Data()).split(separator: 0x0A)
    where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      let scalars = fields.dropFirst().compactMap { UInt32($0, radix: 16) }
      var text: [UInt8] = []
      for scalar in scalars { append(scalar, to: &text) }
      if let name = fields.first { names[name] = text }
    }
    return names
  }()

  /// What the numbers from 128 to 159 mean: characters of windows-1252.
  private static let windows: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
    0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]

  /// Reads the reference that begins at the index, with its `&`, and adds what it stands for.
  ///
  /// - Returns: Where the page goes on; nil when this is no reference.
  static func resolve(
    _ page: UnsafeBufferPointer<UInt8>, at index: Int, isInAttribute: Bool, to text: inout [UInt8]
  ) -> Int? {
    guard index + 2 < page.count else { return nil }
    if page[index + 1] == UInt8(ascii: "#") { return number(page, index + 2, &text) }
    var end = index + 1
    while end < page.count, end - index <= 32, isAlphanumeric(page[end]) { end += 1 }
    let isClosed = end < page.count && page[end] == UInt8(ascii: ";")
    let name = page[(index + 1)..<end]
    if isClosed, let known = common(name) {
      text.append(contentsOf: known)
      return end + 1
    }
    guard name.count >= 2 else { return nil }
    if isClosed, let known = names[String(decoding: name, as: UTF8.self) + ";"] {
      text.append(contentsOf: known)
      return end + 1
    }
    // An old name without its semicolon, perhaps with letters behind it.
    for length in stride(from: min(name.count, 6), through: 2, by: -1) {
      let known = names[String(decoding: name.prefix(length), as: UTF8.self)]
      guard let known else { continue }
      let after = index + 1 + length
      // `?a=1&copy=2` is an address.
      if isInAttribute, after < page.count,
        page[after] == UInt8(ascii: "=") || isAlphanumeric(page[after])
      {
        return nil
      }
      text.append(contentsOf: known)
      return after
    }
    return nil
  }

  /// The handful that pages are full of.
  private static func common(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
    if name.elementsEqual("nbsp".utf8) { return [0xC2, 0xA0] }
    if name.elementsEqual("amp".utf8) { return [0x26] }
    if name.elementsEqual("quot".utf8) { return [0x22] }
    if name.elementsEqual("lt".utf8) { return [0x3C] }
    if name.elementsEqual("gt".utf8) { return [0x3E] }
    return nil
  }

  private static func number(
    _ page: UnsafeBufferPointer<UInt8>, _ start: Int, _ text: inout [UInt8]
  ) -> Int? {
    var index = start
    let isHexadecimal = index < page.count && page[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let first = index
    var value: UInt32 = 0
    while index < page.count, let digit = digit(page[index], isHexadecimal) {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x110000)
      index += 1
    }
    guard index > first else { return nil }
    if index < page.count, page[index] == UInt8(ascii: ";") { index += 1 }
    if (0x80...0x9F).contains(value) { value = windows[Int(value) - 0x80] }
    append(value == 0 ? 0xFFFD : value, to: &text)
    return index
  }

  private static func append(_ value: UInt32, to text: inout [UInt8]) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    text.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
  }

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46 where isHexadecimal: UInt32(byte) - 0x37
    case 0x61...0x66 where isHexadecimal: UInt32(byte) - 0x57
    default: nil
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
