/// The numbers of a line, divided by spaces: a model has fifty thousand, and is read at every start.
struct NumberFields {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ line: ArraySlice<UInt8>) {
    bytes = line
    index = line.startIndex
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { index == bytes.endIndex }

  /// The next number, `-12.5e-3` at the most; nil when there is none.
  mutating func next() -> Double? {
    while index < bytes.endIndex, bytes[index] == 0x20 { index += 1 }
    let isNegative = skip("-")
    guard var value = digits() else { return nil }
    if skip(".") {
      let start = index
      guard let fraction = digits() else { return nil }
      value += scaled(fraction, by: start - index)
    }
    if skip("e") {
      let isSmall = skip("-")
      if !isSmall { _ = skip("+") }
      guard let exponent = digits(), exponent < 300 else { return nil }
      value = scaled(value, by: isSmall ? -Int(exponent) : Int(exponent))
    }
    return isNegative ? -value : value
  }

  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  private mutating func digits() -> Double? {
    let start = index
    var value = 0.0
    while index < bytes.endIndex, (0x30...0x39).contains(bytes[index]) {
      value = value * 10 + Double(bytes[index] - 0x30)
      index += 1
    }
    return index > start ? value : nil
  }

  private func scaled(_ value: Double, by exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent < 0 ? value / power : value * power
  }
}
