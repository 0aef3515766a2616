/// What surrounds a place where a sentence might end.
struct SentenceText {
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The scalar that ends before an offset, and where it begins.
  private func scalar(before end: Int) -> (Unicode.Scalar, Int) {
    var start = end - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    return (text.unicodeScalars.first ?? " ", start)
  }

  /// The scalar at an offset, and where it ends.
  private func scalar(at start: Int) -> (Unicode.Scalar, Int) {
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    return (text.unicodeScalars.first ?? " ", end)
  }

  /// The range without the white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper {
      let (scalar, end) = scalar(at: lower)
      guard scalar.properties.isWhitespace else { break }
      lower = end
    }
    while upper > lower {
      let (scalar, start) = scalar(before: upper)
      guard scalar.properties.isWhitespace else { break }
      upper = start
    }
    return lower..<upper
  }

  func hasLineFeed(in range: Range<Int>) -> Bool {
    bytes[range].contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// The place before the opening marks that UAX #29 counts with the sentence that has ended.
  func beforeOpeningMarks(_ cut: Int, from start: Int) -> Int {
    var place = cut
    while place > start {
      let (scalar, before) = scalar(before: place)
      switch scalar.properties.generalCategory {
      case .openPunctuation, .initialPunctuation: place = before
      default: return place
      }
    }
    return cut
  }

  /// Whether what follows shows that the sentence is not over: a small letter after a quoted
  /// question (“Is it late?” she asked), or no space after a mark of an address or a number.
  func continues(after end: Int, at cut: Int, from start: Int) -> Bool {
    guard end > start, cut < bytes.count else { return false }
    var mark = end
    var terminator = Unicode.Scalar(0x20)
    while mark > start {
      let (scalar, before) = scalar(before: mark)
      mark = before
      switch scalar.properties.generalCategory {
      case .closePunctuation, .finalPunctuation: continue
      default: terminator = scalar
      }
      if terminator != "\"" && terminator != "'" { break }
    }
    let (next, _) = scalar(at: cut)
    switch terminator {
    case "?", "!", ";", "\u{37E}", "…":
      // Without a quotation mark this is how hurried people begin a sentence.
      if next.properties.isLowercase, mark + 1 < end { return true }
      return cut == mark + 1 && !next.properties.isIdeographic
        && (next.properties.isAlphabetic || next.properties.numericType != nil)
    case ".":
      guard cut == mark + 1, mark > start else { return false }
      return scalar(before: mark).0.properties.numericType == .decimal
    default: return false
    }
  }

  /// The run without white space and opening marks that ends at an offset.
  func word(endingAt end: Int, from start: Int) -> String {
    var lower = end
    while lower > start {
      let (scalar, before) = scalar(before: lower)
      if scalar.properties.isWhitespace
        || "(["
          .unicodeScalars.contains(scalar)
        || scalar.properties.generalCategory == .initialPunctuation || scalar == "\""
      {
        break
      }
      lower = before
    }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[lower..<end]), as: UTF8.self)
  }

  /// The letters and digits from an offset on, after opening marks and spaces.
  func word(startingAt start: Int) -> String {
    var word = ""
    var place = start
    while place < bytes.count {
      let (scalar, end) = scalar(at: place)
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "'" {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        break
      }
      place = end
    }
    return word
  }

  /// Whether a number at the start of the text counts a point of a list.
  func isListNumber(_ word: String, endingAt end: Int, from start: Int) -> Bool {
    word.utf8.count <= 3 && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
      && trimmed(start..<end).count == word.utf8.count + 1
  }

  /// One capital letter, as in `J. Smith` or `Ν. Παπαδόπουλος`.
  static func isInitial(_ word: String) -> Bool {
    let scalars = word.unicodeScalars
    return scalars.count == 1 && scalars.first?.properties.isUppercase == true
  }

  /// Letters with full stops between them, as in `U.S`.
  static func isAcronym(_ word: String) -> Bool {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1
      && parts.allSatisfy { $0.unicodeScalars.count == 1 && $0.first?.isLetter == true }
  }
}
