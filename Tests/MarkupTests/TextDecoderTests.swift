import Testing

@testable import Markup

@Suite("Decoding")
struct TextDecoderTests {
  static let greek = "<p>Ο Πρόεδρος της Κίνας μίλησε τηλεφωνικά με τον Πρόεδρο. Ήταν Άνοιξη.</p>"

  @Test(
    "Greek bytes are told by what they say, whatever is declared",
    arguments: [nil, "windows-1253", "utf-8", "gb2312", "windows-1252"] as [String?])
  func greekBytes(declared: String?) {
    let bytes = Self.greek.unicodeScalars.map { scalar -> UInt8 in
      switch scalar.value {
      case 0x386: 0xA2
      case 0x384...0x3CE: UInt8(scalar.value - 0x2D0)
      default: UInt8(truncatingIfNeeded: scalar.value)
      }
    }
    let text = TextDecoder.decode(bytes, declared: declared)
    #expect(text.encoding == "windows-1253")
    #expect(String(decoding: text.utf8, as: UTF8.self) == Self.greek)
  }

  @Test("GB bytes declared as gb2312, as UTF-8 or not at all are gb18030")
  func chineseBytes() {
    // 中国外交部发言人说，两国关系发展很好。
    let bytes: [UInt8] = [
      0xD6, 0xD0, 0xB9, 0xFA, 0xCD, 0xE2, 0xBD, 0xBB, 0xB2, 0xBF, 0xB7, 0xA2, 0xD1, 0xD4, 0xC8,
      0xCB, 0xCB, 0xB5, 0xA3, 0xAC, 0xC1, 0xBD, 0xB9, 0xFA, 0xB9, 0xD8, 0xCF, 0xB5, 0xB7, 0xA2,
      0xD5, 0xB9, 0xBA, 0xDC, 0xBA, 0xC3, 0xA1, 0xA3,
    ]
    for declared in ["gb2312", "utf-8", nil] {
      let text = TextDecoder.decode(bytes, declared: declared)
      #expect(text.encoding == "gb18030")
      #expect(String(decoding: text.utf8, as: UTF8.self) == "中国外交部发言人说，两国关系发展很好。")
    }
  }

  @Test("UTF-16 is read with and without a byte order mark", arguments: [false, true])
  func utf16(mark: Bool) {
    let page = "<html><body><p>Καλημέρα 中国</p></body></html>"
    for big in [false, true] {
      let units = (mark ? [0xFEFF] : []) + Array(page.utf16)
      let bytes = units.flatMap { unit -> [UInt8] in
        let pair = [UInt8(unit >> 8), UInt8(unit & 255)]
        return big ? pair : pair.reversed()
      }
      let text = TextDecoder.decode(bytes)
      #expect(text.encoding == (big ? "utf-16be" : "utf-16le"))
      #expect(String(decoding: text.utf8, as: UTF8.self) == page)
    }
  }

  @Test("a byte that cannot be decoded is reported with its offset and ends nothing")
  func loneByte() {
    let before = Array("<p>Καλημέρα σε όλους ".utf8)
    let text = TextDecoder.decode(before + [0xFF] + Array("τους φίλους</p>".utf8))
    #expect(text.encoding == "utf-8")
    #expect(text.undecodableOffsets == [before.count])
    #expect(String(decoding: text.utf8, as: UTF8.self).hasSuffix("\u{FFFD}τους φίλους</p>"))
  }

  @Test("plain ASCII has the encoding that it declares")
  func ascii() {
    let page = Array("<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">".utf8)
    #expect(TextDecoder.decode(page).encoding == "gb18030")
    #expect(TextDecoder.decode(Array("<p>text</p>".utf8)).encoding == "utf-8")
    #expect(TextDecoder.decode(Array("<meta charset=utf-16>".utf8)).encoding == "utf-8")
    #expect(TextDecoder.decode([]).utf8.isEmpty)
  }

  @Test("windows-1253 and ISO-8859-7 are told by the bytes in which they differ")
  func greekEncodings() {
    // "Άνοιξη … απ’ όλα": Ά is A2 in the one and B6 in the other, ’ is 92 and A2.
    let rest: [UInt8] = [0xED, 0xEF, 0xE9, 0xEE, 0xE7, 0x20, 0xE1, 0xF0]
    let tail: [UInt8] = [0x20, 0xFC, 0xEB, 0xE1]
    for declared in [nil, "windows-1253", "iso-8859-7", "utf-8", "gb2312"] {
      let windows = TextDecoder.decode([0xA2] + rest + [0x92] + tail, declared: declared)
      let standard = TextDecoder.decode([0xB6] + rest + [0xA2] + tail, declared: declared)
      #expect(windows.encoding == "windows-1253")
      #expect(standard.encoding == "iso-8859-7")
      #expect(String(decoding: windows.utf8, as: UTF8.self) == "Άνοιξη απ’ όλα")
      #expect(String(decoding: standard.utf8, as: UTF8.self) == "Άνοιξη απ’ όλα")
    }
  }

  @Test("a declaration decides where two encodings say the same")
  func ties() {
    let bytes: [UInt8] = [0xCA, 0xE1, 0xEB, 0xE7, 0xEC, 0xDD, 0xF1, 0xE1]
    #expect(TextDecoder.decode(bytes, declared: "iso-8859-7").encoding == "iso-8859-7")
    #expect(TextDecoder.decode(bytes, declared: "windows-1253").encoding == "windows-1253")
    #expect(TextDecoder.decode(bytes).encoding == "windows-1253")
  }

  @Test("a lone quotation mark is no Chinese character")
  func quotationMark() {
    for declared in ["shift_jis", "gb2312", "big5", nil] {
      let text = TextDecoder.decode([0x93] + Array("I went home.\u{0094}".utf8), declared: declared)
      #expect(text.encoding == "windows-1252" || text.encoding == "utf-8")
    }
    let plain = TextDecoder.decode([0x93] + Array("I was so relieved".utf8), declared: "shift_jis")
    #expect(String(decoding: plain.utf8, as: UTF8.self) == "“I was so relieved")
  }

  @Test(
    "encodings of other languages are read when they are declared",
    arguments: [
      ("euc-jp", "日本の国会は今日、新しい法律を可決した。政府はこれを歓迎している。", "c6fccbdca4ceb9f1b2f1a4cfbaa3c6fca1a2bfb7a4b7a4a4cba1cea7a4f2b2c4b7e8a4b7a4bfa1a3c0afc9dca4cfa4b3a4eca4f2b4bfb7dea4b7a4c6a4a4a4eba1a3"),
      ("shift_jis", "日本の国会は今日、新しい法律を可決した。政府はこれを歓迎している。", "93fa967b82cc8d9189ef82cd8da193fa8141905682b582a2964097a582f089c28c8882b582bd814290ad957b82cd82b182ea82f08abd8c7d82b582c482a282e98142"),
      ("iso-2022-jp", "日本の国会は今日", "1b2442467c4b5c244e39713271244f3a23467c1b2842"),
      ("hz-gb-2312", "中国国家主席", "7e7b5650397a397a3c5256774f2f7e7d"),
      ("euc-kr", "국회는 오늘 새로운 법률을 통과시켰다고 밝혔다.", "b1b9c8b8b4c220bfc0b4c320bbf5b7cebfee20b9fdb7fcc0bb20c5ebb0fabdc3c4d7b4d9b0ed20b9e0c7fbb4d92e"),
      ("KOI8-R", "Парламент сегодня принял новый закон, сообщило правительство.", "f0c1d2ccc1cdc5ced420d3c5c7cfc4ced120d0d2c9ced1cc20cecfd7d9ca20dac1cbcfce2c20d3cfcfc2ddc9cccf20d0d2c1d7c9d4c5ccd8d3d4d7cf2e"),
      ("windows-1251", "Парламент сегодня принял новый закон, сообщило правительство.", "cfe0f0ebe0ece5edf220f1e5e3eee4edff20eff0e8edffeb20edeee2fbe920e7e0eaeeed2c20f1eeeee1f9e8ebee20eff0e0e2e8f2e5ebfcf1f2e2ee2e"),
    ])
  func others(label: String, text: String, hex: String) {
    let digits = Array(hex)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...($0 + 1)]), radix: 16)
    }
    let page = Array("<meta charset=\"\(label)\"><p>".utf8) + bytes
    let decoded = TextDecoder.decode(page)
    #expect(decoded.encoding == label.lowercased())
    #expect(String(decoding: decoded.utf8, as: UTF8.self).hasSuffix(text))
  }

  @Test("ICU has a converter for every encoding in the table of labels")
  func labels() throws {
    let table = try EncodingName.Table(contentsOf: EncodingName.file)
    #expect(table.names.count > 150)
    for name in Set(table.names.values) {
      #expect(TextDecoder.converted(Array("a".utf8), from: name) != nil, "\(name)")
    }
  }
}
