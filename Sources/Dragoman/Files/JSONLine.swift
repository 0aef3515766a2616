/// One line of JSON Lines output, its keys in the order in which they are added.
package struct JSONLine {
  private var body = ""

  package init() {}

  /// The line without its line feed.
  package var text: String { "{" + body + "}" }

  package mutating func add(_ key: String, _ value: String?) {
    begin(key)
    if let value { Self.append(value, to: &body) } else { body += "null" }
  }

  package mutating func add(_ key: String, _ value: Int?) {
    begin(key)
    body += value.map(String.init) ?? "null"
  }

  package mutating func add(_ key: String, _ value: Bool) {
    begin(key)
    body += value ? "true" : "false"
  }

  package mutating func add(_ key: String, _ value: JSONLine) {
    begin(key)
    body += value.text
  }

  package mutating func add(_ key: String, _ values: [String]) {
    begin(key)
    body += "["
    for (index, value) in values.enumerated() {
      if index > 0 { body += "," }
      Self.append(value, to: &body)
    }
    body += "]"
  }

  package mutating func add(_ key: String, _ values: [JSONLine]) {
    begin(key)
    body += "["
    for (index, value) in values.enumerated() {
      if index > 0 { body += "," }
      body += value.text
    }
    body += "]"
  }

  private mutating func begin(_ key: String) {
    if !body.isEmpty { body += "," }
    Self.append(key, to: &body)
    body += ":"
  }

  /// A string as RFC 8259, section 7, wants it.
  private static func append(_ value: String, to body: inout String) {
    body += "\""
    var rest = Substring(value).utf8
    while let index = rest.firstIndex(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
      body += Substring(rest[..<index])
      switch rest[index] {
      case 0x22: body += "\\\""
      case 0x5C: body += "\\\\"
      case 0x0A: body += "\\n"
      case 0x0D: body += "\\r"
      case 0x09: body += "\\t"
      case let byte:
        let digits = String(byte, radix: 16)
        body += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
      rest = rest[rest.index(after: index)...]
    }
    body += Substring(rest)
    body += "\""
  }

  /// The same for bytes of UTF-8, without the quotation marks.
  static func append(_ value: UnsafeBufferPointer<UInt8>, to body: inout [UInt8]) {
    var start = 0
    for place in value.indices {
      let byte = value[place]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
      body.append(contentsOf: UnsafeBufferPointer(rebasing: value[start..<place]))
      start = place + 1
      body.append(0x5C)
      switch byte {
      case 0x22, 0x5C: body.append(byte)
      case 0x0A: body.append(UInt8(ascii: "n"))
      case 0x0D: body.append(UInt8(ascii: "r"))
      case 0x09: body.append(UInt8(ascii: "t"))
      default:
        let digits = Array("0123456789abcdef".utf8)
        body.append(contentsOf: "u00".utf8)
        body.append(digits[Int(byte >> 4)])
        body.append(digits[Int(byte & 15)])
      }
    }
    body.append(contentsOf: UnsafeBufferPointer(rebasing: value[start...]))
  }
}
