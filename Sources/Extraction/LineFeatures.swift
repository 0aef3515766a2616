import Markup

/// Numbers that tell the lines of an article from those around it.
///
/// The names are those of the columns that `Scripts/fit-extraction` reads.
struct LineFeatures {
  /// How many numbers a line has.
  static let count = 40 + 2 * ContainerWords.count
  /// The numbers of all lines, a row each.
  private(set) var rows: [Float]
  /// The length of each line in letters, where a Chinese character counts more than one.
  private(set) var weights: [Float]

  private struct Text {
    var weight: Float = 0
    var stops: Float = 0
    var commas: Float = 0
    var digits: Float = 0
    var bars: Float = 0
    var capitals: Float = 0
    var endsSentence = false
    var endsColon = false
    var linkShare: Float = 0
    var boldShare: Float = 0
    var isCredit = false
  }

  init(_ outline: PageOutline, titleLine: Int?, titleKeys: [[UInt8]]) {
    let count = outline.lines.count
    let texts = outline.lines.map { Self.measure($0, outline.text) }
    weights = texts.map(\.weight)
    rows = []
    rows.reserveCapacity(count * Self.count)
    let masses = Self.masses(outline, texts)
    let best = Self.paragraphContainer(outline, masses.own)
    let total = max(masses.own.reduce(0, +), 1)
    var repeated: [UInt64: Int] = [:]
    let keys = outline.lines.map { line in Self.hash(outline.text[line.start..<line.end]) }
    for key in keys { repeated[key, default: 0] += 1 }
    let range = outline.containers[best].firstLine..<outline.containers[best].endLine
    var before: Float = 0
    var row = [Float](repeating: 0, count: Self.count)
    for index in 0..<count {
      let line = outline.lines[index]
      let container = outline.containers[line.container]
      let text = texts[index]
      let parent = max(container.parent, 0)
      row[0] = Self.log(text.weight)
      row[1] = text.linkShare
      row[2] = text.stops
      row[3] = text.commas
      row[4] = text.digits
      row[5] = text.bars
      row[6] = text.capitals
      row[7] = text.endsSentence ? 1 : 0
      row[8] = text.endsColon ? 1 : 0
      row[9] = text.boldShare
      row[10] = text.isCredit ? 1 : 0
      row[11] = Self.tagNumber(container.tag)
      row[12] = Float(index) / Float(count)
      row[13] = before / total
      row[14] = range.contains(index) ? 1 : 0
      row[15] = Float(min(max(index - range.lowerBound, -20), 20))
      row[16] = Float(min(max(range.upperBound - index, -20), 20))
      row[17] = container.isArticle ? 1 : 0
      row[18] = Self.log(masses.own[line.container])
      row[19] = Self.log(masses.children[parent])
      row[20] = masses.children[parent] / total
      row[21] = masses.own[line.container] / total
      let grand = max(outline.containers[parent].parent, 0)
      row[22] = masses.children[grand] / total
      row[23] = titleLine.map { Float(min(max(index - $0, -30), 30)) } ?? -31
      row[24] = Float(min(repeated[keys[index]] ?? 1, 5))
      row[25] = titleKeys.contains(TitleReader.key(outline.text[line.start..<line.end])) ? 1 : 0
      for (slot, step) in [(26, -1), (30, 1), (34, -2), (36, 2)] {
        let other = index + step
        let exists = texts.indices.contains(other)
        row[slot] = exists ? Self.log(texts[other].weight) : -1
        row[slot + 1] = exists ? texts[other].linkShare : -1
        if abs(step) == 1 {
          row[slot + 2] = exists && texts[other].endsSentence ? 1 : 0
          row[slot + 3] = exists && outline.lines[other].container == line.container ? 1 : 0
        }
      }
      row[38] = Float(min(container.depth, 40))
      row[39] = masses.links[parent] / max(masses.linksAndText[parent], 1)
      let near = container.words.union(outline.containers[parent].words)
      for bit in 0..<ContainerWords.count {
        row[40 + bit] = near.rawValue >> UInt32(bit) & 1 == 1 ? 1 : 0
        row[40 + ContainerWords.count + bit] =
          container.inherited.rawValue >> UInt32(bit) & 1 == 1 ? 1 : 0
      }
      rows.append(contentsOf: row)
      if text.linkShare < 0.5 { before += text.stops > 0 ? text.weight : 0 }
    }
  }

  private struct Masses {
    /// Prose directly in a container; in it and its children; letters of links; of all.
    var own: [Float]
    var children: [Float]
    var links: [Float]
    var linksAndText: [Float]
  }

  private static func masses(_ outline: PageOutline, _ texts: [Text]) -> Masses {
    let zero = [Float](repeating: 0, count: outline.containers.count)
    var result = Masses(own: zero, children: zero, links: zero, linksAndText: zero)
    for (index, line) in outline.lines.enumerated() {
      let text = texts[index]
      let container = line.container
      if text.linkShare < 0.5, text.weight > 20, text.stops + text.commas > 0 {
        result.own[container] += text.weight
      }
      let parent = max(outline.containers[container].parent, 0)
      result.links[parent] += text.linkShare * text.weight
      result.linksAndText[parent] += text.weight
    }
    for (index, container) in outline.containers.enumerated() {
      result.children[index] += result.own[index]
      if container.parent >= 0 { result.children[container.parent] += result.own[index] }
    }
    return result
  }

  /// The container whose paragraphs have the most prose: the region of the first method.
  private static func paragraphContainer(_ outline: PageOutline, _ own: [Float]) -> Int {
    var scores = [Float](repeating: 0, count: own.count)
    for (index, mass) in own.enumerated() where mass > 0 {
      let container = outline.containers[index]
      var factor: Float = 1
      if !container.inherited.isDisjoint(with: [.comment, .footer, .related, .advertisement]) {
        factor = 0.4
      }
      scores[index] += mass * factor
      guard container.parent >= 0 else { continue }
      scores[container.parent] += mass * factor * 0.9
      let grand = outline.containers[container.parent].parent
      if grand >= 0 { scores[grand] += mass * factor * 0.45 }
    }
    return scores.indices.max { scores[$0] < scores[$1] } ?? 0
  }

  private static func measure(_ line: PageOutline.Line, _ bytes: [UInt8]) -> Text {
    var text = Text()
    let length = line.end - line.start
    guard length > 0 else { return text }
    var index = line.start
    while index < line.end {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0x30...0x39: text.digits += 1
      case 0x2E, 0x21, 0x3F, 0x3B:
        if index == line.end || bytes[index] <= 0x20 || bytes[index] >= 0x80 { text.stops += 1 }
      case 0x2C: text.commas += 1
      case 0x7C, 0x3E, 0x2F: text.bars += 1
      case 0x41...0x5A: text.capitals += 1
      default: break
      }
      if byte < 0x80 || byte >= 0xC0 { text.weight += 1 }
      guard byte >= 0xE3, byte < 0xF0, index + 1 < line.end else { continue }
      text.weight += 1.5
      // 。！？；，、 of Chinese.
      switch (byte, bytes[index], bytes[index + 1]) {
      case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xEF, 0xBC, 0x9B):
        text.stops += 1
      case (0xEF, 0xBC, 0x8C), (0xE3, 0x80, 0x81): text.commas += 1
      default: break
      }
    }
    text.linkShare = Float(line.linkBytes) / Float(length)
    text.boldShare = Float(line.boldBytes) / Float(length)
    text.digits /= Float(length)
    text.bars /= Float(length)
    text.capitals /= Float(length)
    text.stops = min(text.stops, 6)
    text.commas = min(text.commas, 8)
    let tail = bytes[max(line.start, line.end - 6)..<line.end]
    text.endsSentence = endsSentence(tail)
    text.endsColon = tail.last == 0x3A || tail.suffix(3).elementsEqual([0xEF, 0xBC, 0x9A])
    text.isCredit = text.weight < 160 && CreditWords.matches(bytes[line.start..<line.end])
    return text
  }

  private static func endsSentence(_ tail: ArraySlice<UInt8>) -> Bool {
    var rest = tail
    while let last = rest.last, last == 0x22 || last == 0x27 || last == 0x29 { rest.removeLast() }
    for quote: [UInt8] in [[0xE2, 0x80, 0x9D], [0xC2, 0xBB], [0xE3, 0x80, 0x8D]]
    where rest.suffix(quote.count).elementsEqual(quote) {
      rest.removeLast(quote.count)
    }
    if let last = rest.last, last == 0x2E || last == 0x21 || last == 0x3F || last == 0x3B {
      return true
    }
    return [[0xE3, 0x80, 0x82], [0xEF, 0xBC, 0x81], [0xEF, 0xBC, 0x9F]].contains(
      Array(rest.suffix(3)))
  }

  private static func tagNumber(_ tag: HTMLTag) -> Float {
    switch tag {
    case .p: 0
    case .div, .section, .article, .main, .center: 1
    case .td, .th, .tr, .table, .tbody: 2
    case .blockquote, .pre: 3
    case .dd, .dt, .dl: 4
    case .h2, .h3, .h4, .h5, .h6: 5
    case .li, .ul, .ol: 6
    case .h1: 7
    case .figcaption, .figure, .caption: 8
    case .form, .fieldset, .legend, .footer, .header, .aside, .address: 9
    default: 1
    }
  }

  private static func log(_ value: Float) -> Float {
    // Bits of the exponent are enough, and cost nothing: a step of a tree needs an order only.
    value <= 0 ? -1 : value.exponentAndFraction
  }

  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}

extension Float {
  /// A cheap logarithm to the base 2, exact at powers of two and straight between.
  fileprivate var exponentAndFraction: Float { Float(exponent) + significand - 1 }
}
