import Markup

/// Finds the day of publication among the dates of a page.
///
/// A page has many: its clock, those of other articles, of comments, of the last change. The one
/// meant stands by the title or at the ends of the text, often with words that say so.
struct DateFinder {
  let outline: PageOutline
  let features: [LineText]
  /// The lines of the article.
  let body: [Int]
  let titleLine: Int?
  let monthFirst: Bool
  let reader: DateReader

  private static let longest = 240
  /// Prose speaks of other days; a line as short as this is a date line that was taken for text.
  private static let shortest: Float = 80

  /// The likeliest date with how sure it is; nil when no line outside the text has one.
  func find() -> (date: String, score: Float)? {
    let first = body.first { !outline.lines[$0].isImage } ?? 0
    let last = body.last ?? first
    let anchor = titleLine.flatMap { $0 <= first ? $0 : nil } ?? first
    let isBody = Set(body)
    var best: (date: String, score: Float)?
    for index in outline.lines.indices {
      let line = outline.lines[index]
      let text = features[index]
      let time = outline.times[index]
      guard text.hasYear || text.digits > 0.05 || time != nil,
        line.end - line.start <= Self.longest,
        text.weight < Self.shortest || !isBody.contains(index)
      else { continue }
      let place = place(of: index, anchor: anchor, first: first, last: last)
      guard place > -6 else { continue }
      let said = words(of: index, text)
      guard place + said > best?.score ?? -1 else { continue }
      let declared = time.flatMap { reader.read($0) }
      guard
        let date = declared ?? reader.read(outline.string(index), monthFirst: monthFirst)
      else { continue }
      let score = place + said + (declared == nil ? 0 : 1)
      if score > best?.score ?? -1 { best = (date, score) }
    }
    return best
  }

  /// What the distance to the title and to the ends of the text says.
  private func place(of index: Int, anchor: Int, first: Int, last: Int) -> Float {
    if index >= anchor, index <= first { return 5 - Float(min(index - anchor, 10)) * 0.15 }
    // Right above the title is good, the top of the page is its clock.
    if index < anchor { return 4 - Float(min(anchor - index, 20)) * 0.5 }
    if index > last { return 2.5 - Float(min(index - last, 20)) * 0.4 }
    return 1.5 - Float(min(index - first, 20)) * 0.1
  }

  /// What the line itself, and the elements around it, say.
  private func words(of index: Int, _ text: LineText) -> Float {
    let container = outline.containers[outline.lines[index].container]
    var score: Float = 0
    if container.words.contains(.date) || container.words.contains(.byline) { score += 1 }
    if text.hasClock { score += 0.5 }
    if text.found[LineWords.Kind.date.rawValue] > 0 { score += 1 }
    if text.found[LineWords.Kind.credit.rawValue] > 0 { score += 0.7 }
    if text.found[LineWords.Kind.legal.rawValue] > 0 { score -= 3 }
    if text.linkShare > 0.5 { score -= 2 }
    let foreign: ContainerWords = [.comment, .related, .side, .footer, .navigation, .advertisement]
    if !container.inherited.isDisjoint(with: foreign) { score -= 1 }
    if container.surroundings.contains(.footer) || container.surroundings.contains(.aside) {
      score -= 2
    }
    if text.weight > 150 { score -= 1.5 }
    return score
  }
}
