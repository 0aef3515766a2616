import Foundation

/// Reads the names by which pages declare their encoding.
enum EncodingName {
  /// The WHATWG name for a label, or the label itself in lower case when it is not in the table.
  ///
  /// `gb2312` and `gbk` are read as their superset `gb18030`, `iso-8859-1` as windows-1252
  /// (WHATWG Encoding, section 4.2).
  static func canonical(_ label: String) -> String? {
    let name = label.lowercased().filter { !" \t\r\n\"';".contains($0) }
    if name.isEmpty || name == "utf-8" { return name.isEmpty ? nil : name }
    return labels.names[name] ?? name
  }

  /// What ICU calls an encoding.
  static func converter(of name: String) -> String { labels.converters[name] ?? name }

  /// The table, read when a page declares something rarer than UTF-8.
  private static let labels: Table = {
    guard let table = try? Table(contentsOf: file) else {
      preconditionFailure("Encodings/labels.txt cannot be read; keep the folders of resources")
    }
    return table
  }()

  static var file: URL { Bundle.module.bundleURL.appendingPathComponent("Encodings/labels.txt") }

  /// What `Encodings/labels.txt` says.
  struct Table {
    /// The names of the encodings by their labels.
    private(set) var names: [String: String] = [:]
    /// What ICU calls those that have another name there.
    private(set) var converters: [String: String] = [:]

    init(contentsOf file: URL) throws {
      let text = try String(contentsOf: file, encoding: .utf8)
      for line in text.split(separator: "\n") where !line.hasPrefix("#") {
        let parts = line.split(separator: ": ", maxSplits: 1)
        let heads = parts[0].split(separator: " ").map(String.init)
        if heads.count == 2 { converters[heads[0]] = heads[1] }
        for label in parts.last?.split(separator: " ") ?? [] { names[String(label)] = heads[0] }
      }
    }
  }

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
