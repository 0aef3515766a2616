/// Reads the names by which pages declare their encoding.
enum EncodingName {
  /// The WHATWG name for a label, or the label itself in lower case when it is not in the table.
  ///
  /// `gb2312` and `gbk` are read as their superset `gb18030`, `iso-8859-1` as windows-1252
  /// (WHATWG Encoding, section 4.2).
  static func canonical(_ label: String) -> String? {
    let name = label.lowercased().filter { !" \t\r\n\"';".contains($0) }
    return name.isEmpty ? nil : (aliases[name] ?? name)
  }

  private static let aliases: [String: String] = [
    "utf8": "utf-8", "unicode-1-1-utf-8": "utf-8", "utf-16": "utf-16le", "unicode": "utf-16le",
    "gb2312": "gb18030", "gb_2312-80": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
    "gb2312-80": "gb18030", "cp936": "gb18030", "ms936": "gb18030", "chinese": "gb18030",
    "big5-hkscs": "big5", "big-5": "big5", "x-x-big5": "big5", "cn-big5": "big5", "cp950": "big5",
    "iso8859-7": "iso-8859-7", "iso88597": "iso-8859-7", "greek": "iso-8859-7",
    "greek8": "iso-8859-7", "iso_8859-7": "iso-8859-7", "elot_928": "iso-8859-7",
    "cp1253": "windows-1253", "x-cp1253": "windows-1253", "win-1253": "windows-1253",
    "iso-8859-1": "windows-1252", "latin1": "windows-1252", "us-ascii": "windows-1252",
    "ascii": "windows-1252", "cp1252": "windows-1252", "iso8859-1": "windows-1252",
    "iso_8859-1": "windows-1252",
  ]

  /// The name that a page declares in `<meta charset>` or `<meta http-equiv>`.
  static func declared(in bytes: ArraySlice<UInt8>) -> String? {
    let key = Array("charset".utf8)
    var index = bytes.startIndex
    while let found = bytes[index...].firstRange(ofLetters: key) {
      var cursor = found
      while cursor < bytes.endIndex, isSpaceOrQuote(bytes[cursor]) { cursor += 1 }
      index = found
      guard cursor < bytes.endIndex, bytes[cursor] == UInt8(ascii: "=") else { continue }
      cursor += 1
      while cursor < bytes.endIndex, isSpaceOrQuote(bytes[cursor]) { cursor += 1 }
      let start = cursor
      while cursor < bytes.endIndex, isNameByte(bytes[cursor]), cursor - start < 40 { cursor += 1 }
      guard isInsideMeta(bytes, found) else { continue }
      return canonical(String(decoding: bytes[start..<cursor], as: UTF8.self))
    }
    return nil
  }

  private static func isInsideMeta(_ bytes: ArraySlice<UInt8>, _ position: Int) -> Bool {
    guard let open = bytes[..<position].lastIndex(of: UInt8(ascii: "<")) else { return false }
    let name = bytes[(open + 1)...].prefix(4).map { $0 | 0x20 }
    return name.elementsEqual("meta".utf8) || name.elementsEqual("?xml".utf8)
  }

  private static func isSpaceOrQuote(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x3A: true
    default: false
    }
  }
}

extension ArraySlice<UInt8> {
  /// Where the text after the first occurrence of the letters begins, whatever their case.
  fileprivate func firstRange(ofLetters letters: [UInt8]) -> Int? {
    var index = startIndex
    while index + letters.count <= endIndex {
      if self[index] | 0x20 == letters[0],
        self[index..<(index + letters.count)].lazy.map({ $0 | 0x20 }).elementsEqual(letters)
      {
        return index + letters.count
      }
      index += 1
    }
    return nil
  }
}
