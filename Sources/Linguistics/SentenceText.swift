/// UTF-8 text that is well formed, scalar by scalar, with the classes of its scalars.
struct SentenceText {
  let bytes: UnsafeBufferPointer<UInt8>
  let classes: SentenceClassLookup

  var count: Int { bytes.count }

  /// The scalar at an offset, and where it ends.
  @inline(__always)
  func scalar(at start: Int) -> (value: UInt32, end: Int) {
    let lead = UInt32(bytes[start])
    if lead < 0x80 { return (lead, start + 1) }
    func rest(_ index: Int) -> UInt32 { UInt32(bytes[start + index] & 0x3F) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | rest(1), start + 2) }
    if lead < 0xF0 { return ((lead & 0xF) << 12 | rest(1) << 6 | rest(2), start + 3) }
    return ((lead & 7) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), start + 4)
  }

  /// The scalar that ends before an offset, and where it begins.
  @inline(__always)
  func scalar(before end: Int) -> (value: UInt32, start: Int) {
    var start = end - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return (scalar(at: start).value, start)
  }

  /// The class of the scalar at an offset; `other` at the end.
  func `class`(at place: Int) -> SentenceClass {
    place < count ? classes[scalar(at: place).value] : .other
  }

  /// The place after the marks that belong to the scalar before (SB5).
  func afterExtenders(_ place: Int) -> Int {
    var place = place
    while place < count {
      if bytes[place] < 0x80 { return place }
      let (value, end) = scalar(at: place)
      let kind = classes[value]
      guard kind == .extend || kind == .format else { return place }
      place = end
    }
    return place
  }

  /// The range without the white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper {
      let (value, end) = scalar(at: lower)
      // A space that carries an accent is no white space.
      guard isWhiteSpace(value), end == upper || afterExtenders(end) == end else { break }
      lower = end
    }
    while upper > lower {
      let (value, start) = scalar(before: upper)
      guard isWhiteSpace(value) else { break }
      upper = start
    }
    return lower..<upper
  }

  @inline(__always)
  func isWhiteSpace(_ value: UInt32) -> Bool {
    // No space is beyond the ideographic one.
    if value > 0x3000 { return false }
    if value < 0x80 { return value == 0x20 || (0x09...0x0D).contains(value) }
    return classes[value] == .space || value == 0x85 || value == 0x2028 || value == 0x2029
  }

  /// Where the run of letters begins that ends before an offset.
  func wordStart(before end: Int) -> Int {
    var place = end
    while place > 0 {
      let (value, start) = scalar(before: place)
      guard classes[value].isLetter || classes[value] == .extend else { break }
      place = start
    }
    return place
  }

  /// Where the run of letters ends that begins at an offset.
  func wordEnd(after start: Int) -> Int {
    var place = start
    while place < count {
      let (value, end) = scalar(at: place)
      guard classes[value].isLetter || classes[value] == .extend else { break }
      place = end
    }
    return place
  }

  /// The bytes of a range.
  func word(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }

  /// Han, kana or hangul, which are written without spaces or have no letter case.
  static func isEastAsian(_ value: UInt32) -> Bool {
    switch value {
    case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3029, 0x3040...0x30FF, 0x3400...0x9FFF,
      0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
