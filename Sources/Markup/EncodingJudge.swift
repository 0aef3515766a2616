/// Tells an encoding by what the bytes say when they are read in it.
///
/// What lies beyond ASCII is decoded in each candidate, and the candidate wins whose text is the
/// likeliest: fewest bits in any language of ``CharacterModels``. What a page declares decides only
/// where two encodings say the same.
enum EncodingJudge {
  private static let models = CharacterModels.builtIn()
  private static let usual = [
    "windows-1252", "windows-1253", "iso-8859-7", "gb18030", "big5", "utf-8",
  ]
  /// What a declaration is worth, in bits: it breaks ties.
  private static let declarationBits = 3.0
  /// What an encoding must be better by that is none of the usual ones.
  private static let unusualBits = 12.0

  /// The best candidate: `gb18030`, `big5`, `windows-1253`, `iso-8859-7`, `windows-1252`, what is
  /// declared, or what ICU's detector proposes.
  static func encoding(of bytes: [UInt8], declared: String?) -> String {
    guard let models else {
      preconditionFailure("Encodings/characters.txt is damaged; make it with Scripts/fit-encodings")
    }
    let sample = Sample(bytes)
    if let declared, isJapanese(sample, in: declared) { return declared }
    var candidates = usual
    if let declared, isCandidate(declared, candidates) { candidates.append(declared) }
    var best = (name: "windows-1252", bits: Double.infinity)
    func consider(_ name: String) {
      guard let decoded = TextDecoder.converted(sample.bytes, from: name) else { return }
      let bits = models.bits(of: decoded.utf8) + handicap(name, declared, sample)
      if bits < best.bits { best = (name, bits) }
    }
    for name in candidates { consider(name) }
    // The detector is slow, and is asked only when the text makes sense in none of the usual ones.
    if best.bits > 6.5 * Double(sample.highCount), let name = TextDecoder.detected(sample.bytes),
      isCandidate(name, candidates)
    {
      consider(name)
    }
    return best.name
  }

  /// Whether the bytes are Japanese, of which there is no model, in the encoding that is declared:
  /// a fifth of it and more is written in hiragana, and other text read so has nearly none.
  private static func isJapanese(_ sample: Sample, in declared: String) -> Bool {
    guard declared == "shift_jis" || declared == "euc-jp",
      let decoded = TextDecoder.converted(sample.bytes, from: declared),
      decoded.badCount * 50 <= sample.highCount
    else { return false }
    let letters = String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars
      .filter { $0.value >= 0x80 }
    return letters.filter { 0x3041...0x3096 ~= $0.value }.count * 5 > letters.count
  }

  private static func isCandidate(_ name: String, _ candidates: [String]) -> Bool {
    // Encodings of seven bits have nothing beyond ASCII.
    !candidates.contains(name) && !name.hasPrefix("utf-") && !name.hasPrefix("iso-2022")
      && name != "hz-gb-2312"
  }

  private static func handicap(_ name: String, _ declared: String?, _ sample: Sample) -> Double {
    // A no-break space or © says nothing of the encoding: without a letter it is the commonest.
    var bits = name == "windows-1252" ? 0.0 : 2 * declarationBits
    if name == declared { bits -= declarationBits }
    if !usual.contains(name) { bits += unusualBits }
    // Whoever can write “ and – as a byte seldom writes a reference for it.
    if name == "iso-8859-7" { bits += sample.hasReference ? -1 : 1 }
    return bits
  }

  /// The bytes beyond ASCII with one of ASCII before and after each run of them.
  private struct Sample {
    private(set) var bytes: [UInt8] = []
    private(set) var highCount = 0
    /// Whether a dash or quotation mark of windows-1253 is written as a number (`&#8211;`).
    private(set) var hasReference = false
    private static let limit = 65_536

    init(_ page: [UInt8]) {
      page.withUnsafeBufferPointer { read($0) }
    }

    private mutating func read(_ page: UnsafeBufferPointer<UInt8>) {
      var copied = 0
      for (index, byte) in page.enumerated() {
        if byte < 0x80 {
          if byte == UInt8(ascii: "&"), Self.isReference(page, index) { hasReference = true }
          continue
        }
        if index > copied {
          if copied > 0 {
            bytes.append(page[copied])
            copied += 1
          }
          if index > copied + 1 { bytes.append(0x20) }
          if index > copied { bytes.append(page[index - 1]) }
        }
        bytes.append(byte)
        highCount += 1
        copied = index + 1
        if bytes.count >= Self.limit { break }
      }
      if copied < page.count { bytes.append(page[copied]) }
    }

    /// Whether a number from 8211 to 8230 is referred to.
    private static func isReference(_ page: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
      guard index + 6 < page.count, page[index + 1] == UInt8(ascii: "#"),
        page[index + 2] == UInt8(ascii: "8"), page[index + 3] == UInt8(ascii: "2")
      else { return false }
      return (0x31...0x33).contains(page[index + 4]) && page[index + 6] == UInt8(ascii: ";")
    }
  }
}
