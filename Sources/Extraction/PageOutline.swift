import ArticleModel
import Markup

/// A page as lines of text in nested containers: what the extractor reasons about.
///
/// One walk over the tree fills flat arrays; every container covers a run of neighbouring lines.
struct PageOutline {
  /// A block element.
  struct Container {
    let node: HTMLNode
    let parent: Int
    /// The innermost container around this one that is more than a box for it: one element or
    /// several around a paragraph say the same.
    var frame: Int
    let tag: HTMLTag
    /// The words of this element alone.
    let words: ContainerWords
    /// The words of this element and those around it, below `body`.
    let inherited: ContainerWords
    let isArticle: Bool
    /// The kinds of elements that this one is, or is in.
    let surroundings: Surroundings
    /// The tag with a hash of class and identifier.
    let shape: UInt64
    /// The number of frames around this one.
    var depth = 0
    let firstLine: Int
    var endLine: Int
  }

  /// Kinds of elements that say something of all that is in them.
  struct Surroundings: OptionSet {
    let rawValue: UInt8
    static let list = Surroundings(rawValue: 1)
    static let table = Surroundings(rawValue: 2)
    static let quote = Surroundings(rawValue: 4)
    static let form = Surroundings(rawValue: 8)
    static let header = Surroundings(rawValue: 16)
    static let footer = Surroundings(rawValue: 32)
    static let aside = Surroundings(rawValue: 64)
    static let figure = Surroundings(rawValue: 128)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ tag: HTMLTag) {
      switch tag {
      case .ul, .ol, .dl: self = .list
      case .table: self = .table
      case .blockquote: self = .quote
      case .form, .fieldset: self = .form
      case .header: self = .header
      case .footer: self = .footer
      case .aside: self = .aside
      case .figure, .figcaption: self = .figure
      default: self = []
      }
    }
  }

  /// What class and identifier say of an element, and their hash.
  typealias Names = (words: ContainerWords, hash: UInt64)

  /// A run of text between block edges, or an image.
  struct Line {
    var start: Int
    var end: Int
    let container: Int
    var events: Range<Int>
    var linkBytes = 0
    var boldBytes = 0
    var image: HTMLNode?

    var isImage: Bool { image != nil }
  }

  /// Inline markup at an offset of ``text``.
  struct Event {
    enum Kind { case open, close, lineBreak }
    let kind: Kind
    var offset: Int
    let node: HTMLNode?
  }

  var text: [UInt8] = []
  private(set) var lines: [Line] = []
  private(set) var containers: [Container] = []
  var events: [Event] = []
  /// The elements of the head, wherever they stand.
  private(set) var metadata: [HTMLNode] = []
  /// The `datetime` of `<time>` by the line that it is in.
  private(set) var times: [Int: String] = [:]

  private var open: [HTMLNode] = []
  private var current = 0
  var lineStart = 0
  var eventStart = 0
  private var linkDepth = 0
  private var boldDepth = 0
  var linkBytes = 0
  var boldBytes = 0
  private var breaks = 0
  private var pendingSpace = false
  private var preformatted = 0
  /// Whether the letter before is a drop cap, whose word goes on in the next text.
  private var joinsNext = false

  /// The text of a line, white space as the article has it, line breaks as line feeds.
  func string(_ index: Int) -> String {
    String(decoding: text[lines[index].start..<lines[index].end], as: UTF8.self)
  }

  init(root: HTMLNode, words: (HTMLNode) -> Names) {
    text.reserveCapacity(16_384)
    containers.append(
      Container(
        node: root, parent: -1, frame: -1, tag: .html, words: [], inherited: [], isArticle: false,
        surroundings: [], shape: 0, firstLine: 0, endLine: 0))
    var node = root
    var entering = true
    while true {
      if entering, enter(node, words), let child = node.firstChild {
        node = child
        continue
      }
      if !entering || node.isElement { leave(node) }
      if node == root { break }
      if let sibling = node.nextSibling {
        node = sibling
        entering = true
      } else if let parent = node.parent {
        node = parent
        entering = false
      } else {
        break
      }
    }
    flush()
    containers[0].endLine = lines.count
    findFrames()
  }

  private mutating func findFrames() {
    for index in containers.indices.dropFirst() {
      let parent = containers[containers[index].parent]
      let isBox =
        parent.firstLine == containers[index].firstLine
        && parent.endLine == containers[index].endLine && parent.parent >= 0
        && Self.isBox(parent.tag)
      let frame = isBox ? parent.frame : containers[index].parent
      containers[index].frame = frame
      containers[index].depth = containers[frame].depth + 1
    }
  }

  /// What the container and the boxes around it say of themselves.
  func words(ofBoxes container: Int) -> ContainerWords {
    var result = containers[container].words
    var cursor = containers[container].parent
    while cursor > containers[container].frame {
      result.formUnion(containers[cursor].words)
      cursor = containers[cursor].parent
    }
    return result
  }

  private static func isBox(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .div, .section, .article, .main, .center, .table, .tbody, .tr, .td, .li: true
    default: false
    }
  }

  /// Whether the children of the node are to be walked.
  private mutating func enter(_ node: HTMLNode, _ words: (HTMLNode) -> Names) -> Bool {
    if node.isText {
      node.withText { append($0) }
      return false
    }
    guard node.isElement else { return false }
    let tag = node.tag
    switch tag {
    case .title, .meta, .link, .base:
      metadata.append(node)
      return false
    case .script, .style, .noscript, .template, .iframe, .object, .select, .textarea,
      .button, .svg, .nav, .option, .input, .map, .audio, .video, .canvas, .rp, .rt:
      return false
    case .br:
      if text.count > lineStart { breaks += 1 }
      pendingSpace = false
      return false
    case .hr:
      flush()
      return false
    case .img:
      image(node)
      return false
    case .time:
      if let time = node.attribute("datetime"), times[lines.count] == nil {
        times[lines.count] = time
      }
    default: break
    }
    if node.hasAttributes {
      if Self.isHidden(node) { return false }
      if dropCap(node) { return false }
    }
    if Self.isBlock(tag) {
      flush()
      if tag == .pre { preformatted += 1 }
      let own: Names = node.hasAttributes ? words(node) : ([], 0)
      let outer = containers[current]
      let keep = tag == .body || tag == .html
      containers.append(
        Container(
          node: node, parent: current, frame: current, tag: tag, words: own.words,
          inherited: keep ? [] : own.words.union(outer.inherited),
          isArticle: outer.isArticle || tag == .article || tag == .main
            || node.hasAttributes
              && node.withAttribute("itemprop") { Self.contains($0, "articleBody") } == true,
          surroundings: outer.surroundings.union(Surroundings(tag)),
          shape: own.hash &+ UInt64(tag.rawValue) &* 0x9e37_79b9_7f4a_7c15,
          firstLine: lines.count, endLine: lines.count))
      current = containers.count - 1
    } else if Self.isCode(tag), open.count < Self.deepestCode {
      if pendingSpace, text.count > lineStart { appendSpace() }
      open.append(node)
      if tag == .a { linkDepth += 1 }
      if tag == .b || tag == .strong { boldDepth += 1 }
      events.append(Event(kind: .open, offset: text.count, node: node))
    }
    return true
  }

  private mutating func leave(_ node: HTMLNode) {
    guard node.isElement else { return }
    if containers[current].node == node, current > 0 {
      flush()
      if node.tag == .pre { preformatted -= 1 }
      containers[current].endLine = lines.count
      current = containers[current].parent
    } else if let last = open.last, last == node {
      open.removeLast()
      if node.tag == .a { linkDepth -= 1 }
      if node.tag == .b || node.tag == .strong { boldDepth -= 1 }
      events.append(Event(kind: .close, offset: text.count, node: node))
    }
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var indent = 0
    while index < bytes.count {
      if joinsNext, WhiteSpace.spaceLength(bytes, index) == 0 {
        joinsNext = false
        pendingSpace = false
      }
      let space = WhiteSpace.spaceLength(bytes, index)
      if space > 0 {
        if space > 1 { indent += space == 3 ? 2 : 1 }
        index += space
        pendingSpace = true
        continue
      }
      var end = index + 1
      while end < bytes.count, WhiteSpace.spaceLength(bytes, end) == 0 { end += 1 }
      appendWord(UnsafeBufferPointer(rebasing: bytes[index..<end]), indent: indent)
      indent = 0
      index = end
    }
    // An indent may be a text node of its own, before markup.
    if indent >= 2, breaks > 0 { breaks = 2 }
  }

  private mutating func appendWord(_ word: UnsafeBufferPointer<UInt8>, indent: Int) {
    if breaks > 0 {
      if breaks >= 2 || indent >= 2 {
        flush()
      } else if text.count > lineStart {
        events.append(Event(kind: .lineBreak, offset: text.count, node: nil))
        text.append(0x0A)
      }
      breaks = 0
      pendingSpace = false
    }
    if pendingSpace { appendSpace() }
    text.append(contentsOf: word)
    if linkDepth > 0 { linkBytes += word.count }
    if boldDepth > 0 { boldBytes += word.count }
  }

  private mutating func appendSpace() {
    pendingSpace = false
    if let last = text.last, text.count > lineStart, last != 0x20, last != 0x0A {
      text.append(0x20)
    }
  }

  /// Takes the large first letter of a text, in whatever element it is, for part of its word.
  private mutating func dropCap(_ node: HTMLNode) -> Bool {
    let isNamed =
      node.withAttribute("class") { name in
        Self.contains(name, "drop")
          && (Self.contains(name, "dropcap") || Self.contains(name, "drop-cap")
            || Self.contains(name, "drop_cap"))
      } ?? false
    guard isNamed else { return false }
    var letter = node.text
    guard letter.unicodeScalars.count == 1 else { return false }
    letter.withUTF8 { append($0) }
    joinsNext = true
    return true
  }

  private mutating func image(_ node: HTMLNode) {
    guard node.has("src") else { return }
    if text.count > lineStart { return }
    let start = text.count
    lines.append(
      Line(start: start, end: start, container: current, events: 0..<0, image: node))
  }

  private mutating func flush() {
    if joinsNext { return }
    joinSpacedLetters()
    let end = text.last == 0x20 && text.count > lineStart ? text.count - 1 : text.count
    if end > lineStart {
      var line = Line(
        start: lineStart, end: end, container: current, events: eventStart..<events.count)
      line.linkBytes = linkBytes
      line.boldBytes = boldBytes
      lines.append(line)
    } else {
      // Markup around nothing.
      events.removeSubrange(eventStart...)
    }
    lineStart = text.count
    eventStart = events.count
    // Markup that is still open begins again on the next line.
    for node in open { events.append(Event(kind: .open, offset: text.count, node: node)) }
    breaks = 0
    linkBytes = 0
    boldBytes = 0
    pendingSpace = false
  }

  private static func isHidden(_ node: HTMLNode) -> Bool {
    if node.has("hidden") { return true }
    return node.withAttribute("style") { style in
      contains(style, "display:none") || contains(style, "visibility:hidden")
    } ?? false
  }

  private static func contains(
    _ bytes: UnsafeBufferPointer<UInt8>, _ pattern: StaticString
  ) -> Bool {
    var matched = 0
    for byte in bytes where byte != 0x20 {
      if byte | 0x20 == pattern.utf8Start[matched] | 0x20 {
        matched += 1
        if matched == pattern.utf8CodeUnitCount { return true }
      } else {
        matched = byte | 0x20 == pattern.utf8Start[0] ? 1 : 0
      }
    }
    return false
  }

  /// Unclosed markup by the thousand would begin again on every line.
  private static let deepestCode = 64

  static func isCode(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .a, .b, .strong, .i, .em, .u, .ins, .s, .strike, .del, .sup, .sub, .code, .kbd, .samp,
      .tt, .q, .abbr, .cite, .ruby:
      true
    default: false
    }
  }

  private static func isBlock(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog,
      .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5,
      .h6, .header, .legend, .li, .main, .menu, .ol, .p, .pre, .section, .summary, .table, .tbody,
      .td, .tfoot, .th, .thead, .tr, .ul:
      true
    default: false
    }
  }
}
