import ArticleModel
import Markup

/// Writes the blocks of an article as HTML, lists and tables put together again.
struct BodyRenderer {
  private let inline: InlineRenderer
  private let locale: LocaleTag
  private var html = ""
  private var openGroup: (group: Int, isTable: Bool, isOrdered: Bool, row: Int)?
  private var isFigureOpen = false

  init(inline: InlineRenderer, locale: LocaleTag) {
    self.inline = inline
    self.locale = locale
  }

  static func html(
    _ blocks: [(block: Block, text: UnitText)], inline: InlineRenderer, locale: LocaleTag
  ) -> String {
    var renderer = BodyRenderer(inline: inline, locale: locale)
    for (block, text) in blocks { renderer.add(block, text) }
    renderer.closeFigure()
    renderer.closeGroup()
    return renderer.html
  }

  private mutating func add(_ block: Block, _ text: UnitText) {
    if openGroup?.group != block.place?.group { closeGroup() }
    if block.role != .caption { closeFigure() }
    let content = inline.html(text.content)
    let attributes = attributes(text)
    switch block.role {
    case .title: break
    case .heading:
      let level = min(6, max(2, block.level))
      html += "<h\(level)\(attributes)>\(content)</h\(level)>\n"
    case .paragraph, .footnote: html += "<p\(attributes)>\(content)</p>\n"
    case .quote: html += "<blockquote><p\(attributes)>\(content)</p></blockquote>\n"
    case .preformatted: html += "<pre\(attributes)>\(content)</pre>\n"
    case .listItem: addItem(block, content, attributes)
    case .tableCell: addCell(block, content, attributes)
    case .image: openFigure(block, alternative: text.content.plainText)
    case .caption:
      html +=
        isFigureOpen
        ? "<figcaption\(attributes)>\(content)</figcaption>\n"
        : "<p\(attributes)>\(content)</p>\n"
      closeFigure()
    }
  }

  private func attributes(_ text: UnitText) -> String {
    guard text.isStandIn else { return "" }
    return " class=\"untranslated\" lang=\"\(HTMLEscape.attribute(text.locale.identifier))\""
  }

  private mutating func addItem(_ block: Block, _ content: String, _ attributes: String) {
    let isOrdered = block.place?.marked ?? false
    if openGroup == nil {
      html += isOrdered ? "<ol>\n" : "<ul>\n"
      openGroup = (block.place?.group ?? 0, false, isOrdered, 0)
    }
    html += "<li\(attributes)>\(content)</li>\n"
    if block.place == nil { closeGroup() }
  }

  private mutating func addCell(_ block: Block, _ content: String, _ attributes: String) {
    let row = block.place?.row ?? 1
    if openGroup == nil {
      html += "<table>\n<tr>"
      openGroup = (block.place?.group ?? 0, true, false, row)
    } else if openGroup?.row != row {
      html += "</tr>\n<tr>"
      openGroup?.row = row
    }
    let element = block.place?.marked == true ? "th" : "td"
    html += "<\(element)\(attributes)>\(content)</\(element)>"
    if block.place == nil { closeGroup() }
  }

  private mutating func closeGroup() {
    guard let group = openGroup else { return }
    if group.isTable {
      html += "</tr>\n</table>\n"
    } else {
      html += group.isOrdered ? "</ol>\n" : "</ul>\n"
    }
    openGroup = nil
  }

  private mutating func openFigure(_ block: Block, alternative: String) {
    guard let address = inline.address(block.imageAddress) else { return }
    html += "<figure><img src=\"\(HTMLEscape.attribute(address))\""
    html += " alt=\"\(HTMLEscape.attribute(alternative))\" loading=\"lazy\">\n"
    isFigureOpen = true
  }

  private mutating func closeFigure() {
    if isFigureOpen { html += "</figure>\n" }
    isFigureOpen = false
  }
}
