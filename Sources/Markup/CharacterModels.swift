import Foundation

/// How surprising the characters of a text are in each of several languages.
///
/// Read from `Encodings/characters.txt`, which `Scripts/fit-encodings` makes: what a class of
/// characters costs after another, and a character in its class, in quarters of a bit. The
/// cheapest language says how likely the text is at all.
struct CharacterModels: Sendable {
  /// A cost in each language; eight are as fast to add as one.
  typealias Costs = SIMD8<UInt32>

  private static let classes = 16
  /// What a byte costs that cannot be decoded, and a character that no page is written with.
  private static let undecodable = SIMD8<UInt8>(repeating: 100)
  /// The classes and costs of the first 65,536 characters, and the costs of the steps.
  private var classOf: [UInt8]
  private var costs: [SIMD8<UInt8>]
  private var steps = [SIMD8<UInt8>](repeating: .zero, count: classes * classes)

  /// Reads the file's text; nil when it is damaged.
  init?(_ file: [UInt8]) {
    classOf = (0..<0x10000).map { Self.classNumber(of: $0) }
    // What a character costs that the file does not name, and those that it does.
    var usual = [SIMD8<UInt8>](repeating: .zero, count: Self.classes)
    var named: [(value: Int, model: Int, cost: UInt8)] = []
    var model = -1
    var row = 0
    for line in file.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let end = line.firstIndex(of: 0x20) ?? line.endIndex
      let rest = line[min(end + 1, line.endIndex)...]
      switch line.first {
      case UInt8(ascii: "m"):
        model += 1
        row = 0
        guard model < Costs.scalarCount else { return nil }
      case UInt8(ascii: "s"):
        let numbers = rest.split(separator: 0x20).compactMap { UInt8(Self.text($0)) }
        guard model >= 0, row < Self.classes, numbers.count == Self.classes else { return nil }
        for (index, cost) in numbers.enumerated() {
          steps[row * Self.classes + index][model] = cost
        }
        row += 1
      case UInt8(ascii: "i"):
        let numbers = rest.split(separator: 0x20).compactMap { UInt8(Self.text($0)) }
        guard model >= 0, numbers.count == 2, numbers[0] < Self.classes else { return nil }
        usual[Int(numbers[0])][model] = numbers[1]
      default:
        guard model >= 0, let cost = UInt8(Self.text(line[..<end])) else { return nil }
        for scalar in Self.text(rest).unicodeScalars where scalar.value < 0x10000 {
          named.append((Int(scalar.value), model, cost))
        }
      }
    }
    guard model == Costs.scalarCount - 1 else { return nil }
    costs = classOf.map { usual[Int($0)] }
    for entry in named { costs[entry.value][entry.model] = entry.cost }
    // Control characters, and private ones, into which decoders put what has no character.
    for value in Array(0x80...0x9F) + Array(0xD800..<0xF900) + [0xFFFD] {
      costs[value] = Self.undecodable
    }
  }

  /// The models that dragoman brings along.
  static func builtIn() -> CharacterModels? {
    let file = Bundle.module.bundleURL.appendingPathComponent("Encodings/characters.txt")
    return (try? Data(contentsOf: file)).flatMap { CharacterModels(Array($0)) }
  }

  /// The bits of the text, well-formed UTF-8, in the language in which they are fewest.
  func bits(of utf8: [UInt8]) -> Double {
    var total = Costs.zero
    var previous = 0
    utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let value = Self.scalar(bytes, &index)
        let number = Int(classOf[value])
        total &+= Costs(truncatingIfNeeded: steps[previous * Self.classes + number])
        total &+= Costs(truncatingIfNeeded: costs[value])
        previous = number
      }
    }
    return Double(total.min()) / 4
  }

  /// The scalar at the index, which is moved behind it; one beyond 65,535 is any rare character.
  @inline(__always)
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Int {
    let first = Int(bytes[index])
    func next(_ step: Int) -> Int {
      index + step < bytes.count ? Int(bytes[index + step]) & 0x3F : 0
    }
    switch first {
    case 0xF0...:
      index += 4
      return 0xFFFC
    case 0xE0...:
      let value = (first & 0xF) << 12 | next(1) << 6 | next(2)
      index += 3
      return value
    case 0xC0...:
      let value = (first & 0x1F) << 6 | next(1)
      index += 2
      return value
    default:
      index += 1
      return first
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// The class of a character; `class_of` in `Scripts/fit-encodings` says the same.
  private static func classNumber(of value: Int) -> UInt8 {
    switch value {
    case 0x41...0x5A, 0x61...0x7A: 1
    case 0..<0x80: 0
    case 0x2018, 0x201C, 0xAB, 0x201E, 0x201A, 0x2039, 0xBF, 0xA1: 2
    case 0x2019, 0x201D, 0xBB, 0x2026, 0x203A: 3
    case 0xA0, 0x2013, 0x2014, 0x2015, 0x2022, 0xB7, 0xA9, 0xAE, 0x2122, 0xB0, 0x20AC, 0xA7: 4
    case 0xDF, 0xE0...0xF6, 0xF8...0xFF: 5
    case 0xC0...0xFF: 6
    case 0x100...0x24F: isLower(value) ? 5 : 6
    case 0x386, 0x388, 0x389, 0x38A, 0x38C, 0x38E, 0x38F, 0x3AA, 0x3AB: 9
    case 0x391...0x3A9: 8
    case 0x390...0x3CE: 7
    case 0x430...0x45F: 10
    case 0x400..<0x430: 11
    case 0x4E00...0x9FFF: 12
    case 0x3000...0x303F, 0xFF01...0xFF5E: 13
    case 0x3040...0x30FF, 0xAC00...0xD7A3: 14
    default: 15
    }
  }

  private static func isLower(_ value: Int) -> Bool {
    Unicode.Scalar(UInt32(value))?.properties.isLowercase ?? false
  }
}
