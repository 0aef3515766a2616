import Dragoman
import Testing

@Suite struct UTF8CheckTests {
  private func isValid(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { UTF8Check.isValid($0) }
  }

  @Test("every lead byte with every second byte is judged as the standard library judges it")
  func pairs() {
    let tails: [[UInt8]] = [
      [], [0x80], [0x80, 0x80], [0x41], [0x80, 0x80, 0x80], [0xBF, 0xBF, 0x41],
    ]
    let edges: [UInt8] = [0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xF8]
    // Long enough for the bytes to be judged in vectors, at the end of one and in the next.
    let before = Array(repeating: UInt8(ascii: "x"), count: 190)
    let after = Array(repeating: UInt8(ascii: "x"), count: 200)
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        for tail in tails {
          let bytes: [UInt8] = [0x61, first, second] + tail + [0x62, 0x63, 0x64, 0x65]
          let isRight = String(validating: bytes, as: UTF8.self) != nil
          #expect(isValid(bytes) == isRight, "\(bytes)")
          guard edges.contains(second) else { continue }
          #expect(isValid(before + bytes + after) == isRight, "\(bytes)")
        }
      }
    }
  }

  @Test("texts are well-formed, cut ones are not", arguments: ["", "a", "αβγδε", "中国，北京", "😀a😀"])
  func texts(text: String) {
    let bytes = Array(text.utf8)
    #expect(isValid(bytes))
    if let last = bytes.last, last >= 0x80 { #expect(!isValid(Array(bytes.dropLast()))) }
  }

  @Test("a character that the end of the bytes cuts off is found wherever the end is")
  func cutOff() {
    let text = Array(String(repeating: "aé中😀", count: 40).utf8)
    for count in text.indices {
      let bytes = Array(text[..<count])
      #expect(isValid(bytes) == (String(validating: bytes, as: UTF8.self) != nil))
    }
  }

  @Test(
    "a byte that does not belong is found wherever it stands",
    arguments: ["x", "中", "é", "x中，“国”é"])
  func misplaced(filler: String) {
    let text = Array(String(repeating: filler, count: 270 / filler.utf8.count).utf8)
    #expect(isValid(text))
    for place in text.indices {
      for byte: UInt8 in [0xE4, 0xC3, 0xF0, 0x80, 0xFF, 0x41] {
        var bytes = text
        bytes[place] = byte
        #expect(isValid(bytes) == (String(validating: bytes, as: UTF8.self) != nil), "\(place)")
      }
    }
  }
}
