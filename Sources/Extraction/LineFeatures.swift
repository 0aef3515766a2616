import Markup

/// Numbers that tell the lines of an article from those around it, a row a line with text.
///
/// `Scripts/fit-extraction` knows the columns by their places only; their order is that of
/// ``fill(_:_:)``.
struct LineFeatures {
  /// How many numbers the first trees see of a line.
  static let lineColumns = 80 + 2 * ContainerWords.names.count
  /// How many numbers a line has.
  static let count = lineColumns + regionColumns
  /// The numbers of all lines, a row each; rows of images are empty.
  var rows: [Float]
  let texts: [LineText]
  private(set) var masses: OutlineMasses

  init(_ page: ParsedPage) {
    let outline = page.outline
    texts = page.texts
    masses = OutlineMasses(outline, texts)
    rows = Array(repeating: 0, count: outline.lines.count * Self.count)
    var context = Context(page, texts, masses)
    rows.withUnsafeMutableBufferPointer { rows in
      for index in texts.indices where !outline.lines[index].isImage {
        var row = Row(rows, index * Self.count)
        context.fill(&row, index)
      }
    }
  }

  /// Writes one number after the other.
  struct Row {
    private let rows: UnsafeMutableBufferPointer<Float>
    private var position: Int

    init(_ rows: UnsafeMutableBufferPointer<Float>, _ position: Int) {
      self.rows = rows
      self.position = position
    }

    @inline(__always)
    mutating func add(_ value: Float) {
      rows[position] = value
      position += 1
    }

    @inline(__always)
    mutating func add(_ value: Bool) { add(value ? 1 : 0) }

    @inline(__always)
    mutating func add(_ value: Int, within limit: Int) {
      add(Float(min(max(value, -limit), limit)))
    }

    /// A cheap logarithm to the base 2, exact at powers of two and straight between: a step of a
    /// tree needs an order only.
    @inline(__always)
    mutating func add(log value: Float) {
      add(value <= 0 ? -1 : Float(value.exponent) + value.significand - 1)
    }
  }

  /// What the rows of a page have in common.
  private struct Context {
    let outline: PageOutline
    let texts: [LineText]
    let masses: OutlineMasses
    let titleLine: Int?
    let titleKeys: Set<UInt64>
    /// What the page's head says of the author, the site, and the beginning of the text.
    let nameKeys: Set<UInt64>
    let openings: Set<UInt64>
    /// The alternative texts of pictures.
    var pictureKeys: Set<UInt64> = []
    /// The lines of ``OutlineMasses/best``, and of ``OutlineMasses/core``.
    let range: Range<Int>
    let core: Range<Int>
    var repeated: [UInt64: Int] = [:]
    /// The lines with text before and behind each line.
    var previous: [Int] = []
    var following: [Int] = []
    /// The prose before the line.
    var before: Float = 0
    var beforeTitle: Float = 0

    init(_ page: ParsedPage, _ texts: [LineText], _ masses: OutlineMasses) {
      outline = page.outline
      self.texts = texts
      self.masses = masses
      titleLine = page.titleLine
      titleKeys = Set(page.titles.keys)
      nameKeys = Set(page.head.names.map { LineText.key($0.utf8) })
      openings = Set(page.head.descriptions.map { LineText.prefix($0.utf8) }).subtracting([0])
      for line in outline.lines {
        let key = line.image?.withAttribute("alt") { LineText.key($0) }
        if let key, key != LineText.emptyKey { pictureKeys.insert(key) }
      }
      let best = outline.containers[masses.best]
      range = best.firstLine..<best.endLine
      let core = outline.containers[masses.core]
      self.core = core.firstLine..<core.endLine
      for text in texts { repeated[text.key, default: 0] += 1 }
      previous = Array(repeating: -1, count: texts.count)
      following = previous
      var last = -1
      for index in texts.indices {
        previous[index] = last
        guard !outline.lines[index].isImage else { continue }
        if last >= 0 { following[last] = index }
        last = index
      }
    }

    mutating func fill(_ row: inout Row, _ index: Int) {
      let line = outline.lines[index]
      let container = outline.containers[line.container]
      let parent = max(container.frame, 0)
      addText(&row, texts[index])
      addPlace(&row, index, line.container, parent)
      addMasses(&row, line.container, parent)
      addTitle(&row, index)
      addNeighbours(&row, index)
      addCore(&row, index, line.container)
      let near = outline.words(ofBoxes: line.container).union(outline.containers[parent].words)
      for bit in 0..<UInt32(ContainerWords.names.count) {
        row.add(near.rawValue >> bit & 1 == 1)
      }
      for bit in 0..<UInt32(ContainerWords.names.count) {
        row.add(container.inherited.rawValue >> bit & 1 == 1)
      }
      if texts[index].isProse { before += texts[index].weight }
      if index == titleLine { beforeTitle = before }
    }

    // 0–23
    private func addText(_ row: inout Row, _ text: LineText) {
      row.add(log: text.weight)
      row.add(text.linkShare)
      row.add(text.stops)
      row.add(text.commas)
      row.add(text.digits)
      row.add(text.bars)
      row.add(text.capitals)
      row.add(min(text.words, 40))
      row.add(min(text.quotes, 4))
      row.add(text.endsSentence)
      row.add(text.endsColon)
      row.add(text.startsLower)
      row.add(text.startsBullet)
      row.add(text.hasYear)
      row.add(text.hasClock)
      row.add(text.boldShare)
      for kind in LineWords.Kind.allCases.indices { row.add(Float(text.found[kind])) }
    }

    // 24–38
    private func addPlace(_ row: inout Row, _ index: Int, _ own: Int, _ parent: Int) {
      let container = outline.containers[own]
      row.add(Self.number(of: container.tag))
      row.add(Self.number(of: outline.containers[parent].tag))
      row.add(Float(index) / Float(texts.count))
      row.add(before / masses.total)
      row.add(range.contains(index))
      row.add(index - range.lowerBound, within: 20)
      row.add(range.upperBound - index, within: 20)
      row.add(container.isArticle)
      for bit in 0..<8 where bit != 2 {
        row.add(container.surroundings.rawValue >> UInt8(bit) & 1 == 1)
      }
    }

    // 39–51
    private func addMasses(_ row: inout Row, _ own: Int, _ parent: Int) {
      let grand = max(outline.containers[parent].frame, 0)
      row.add(log: masses.own[own])
      row.add(log: masses.children[parent])
      row.add(masses.own[own] / masses.total)
      row.add(masses.children[parent] / masses.total)
      row.add(masses.children[grand] / masses.total)
      row.add(masses.all[parent] / masses.total)
      row.add(masses.all[grand] / masses.total)
      row.add(masses.alike[own] / masses.total)
      row.add(masses.links[parent] / max(masses.letters[parent], 1))
      row.add(masses.up[own], within: 12)
      row.add(masses.down[own], within: 12)
      row.add(outline.containers[own].endLine - outline.containers[own].firstLine, within: 20)
      row.add(outline.containers[parent].endLine - outline.containers[parent].firstLine, within: 40)
    }

    // 52–58
    private func addTitle(_ row: inout Row, _ index: Int) {
      row.add(titleLine.map { Float(min(max(index - $0, -30), 30)) } ?? -31)
      row.add(titleLine.map { index > $0 ? (before - beforeTitle) / masses.total : -1 } ?? -2)
      row.add(titleKeys.contains(texts[index].key))
      row.add(Float(min(repeated[texts[index].key] ?? 1, 5)))
      row.add(nameKeys.contains(texts[index].key))
      row.add(openings.contains(texts[index].prefix))
      row.add(pictureKeys.contains(texts[index].key))
    }

    // 59–75
    private func addNeighbours(_ row: inout Row, _ index: Int) {
      let own = outline.lines[index].container
      for (other, isNear) in [
        (previous[index], true), (following[index], true),
        (before(previous[index]), false), (after(following[index]), false),
      ] {
        guard other >= 0 else {
          for _ in 0..<(isNear ? 6 : 2) { row.add(-1) }
          continue
        }
        row.add(log: texts[other].weight)
        row.add(texts[other].linkShare)
        guard isNear else { continue }
        row.add(texts[other].endsSentence)
        let container = outline.lines[other].container
        row.add(
          container == own
            ? 2 : outline.containers[container].frame == outline.containers[own].frame ? 1 : 0)
        row.add(Self.number(of: outline.containers[container].tag))
        row.add(abs(other - index) > 1)
      }
      row.add(outline.containers[own].firstLine == index)
    }

    // 76–79
    private func addCore(_ row: inout Row, _ index: Int, _ own: Int) {
      row.add(core.contains(index))
      row.add(index - core.lowerBound, within: 20)
      row.add(core.upperBound - index, within: 20)
      row.add(masses.alikeInCore[own] / masses.total)
    }

    private func before(_ index: Int) -> Int { index < 0 ? -1 : previous[index] }
    private func after(_ index: Int) -> Int { index < 0 ? -1 : following[index] }

    private static func number(of tag: HTMLTag) -> Float {
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
  }
}
