/// The numbers of a line, divided by spaces: a model has fifty thousand, and is read at every start.
struct NumberFields {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index: Int

  /// - Parameters:
  ///   - bytes: The text, which stays in place while it is read.
  ///   - start: Where the line begins; it ends before a line feed or with the text.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.bytes = bytes
    index = start
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { index == bytes.count || bytes[index] == 0x0A }

  /// The next number, `-12.5e-3` at the most; nil when there is none.
  mutating func next() -> Double? {
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    let isNegative = skip("-")
    var digits = 0
    var value: UInt64 = 0
    guard take(&value, &digits) else { return nil }
    var exponent = 0
    if skip(".") {
      let whole = digits
      guard take(&value, &digits) else { return nil }
      exponent = whole - digits
    }
    if skip("e") {
      let isSmall = skip("-")
      if !isSmall { _ = skip("+") }
      var power: UInt64 = 0
      var count = 0
      guard take(&power, &count), power < 300 else { return nil }
      exponent += isSmall ? -Int(power) : Int(power)
    }
    let number = Self.scaled(Double(value), by: exponent)
    return isNegative ? -number : number
  }

  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  /// Adds the digits that follow to a number; nineteen are the most that it holds.
  private mutating func take(_ value: inout UInt64, _ count: inout Int) -> Bool {
    let start = index
    while index < bytes.count, case let digit = bytes[index] &- 0x30, digit < 10 {
      value = value &* 10 &+ UInt64(digit)
      count += 1
      index += 1
    }
    return index > start && count < 20
  }

  private static func scaled(_ value: Double, by exponent: Int) -> Double {
    if exponent == 0 { return value }
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent < 0 ? value / power : value * power
  }
}
