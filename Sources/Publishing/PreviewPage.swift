public import ArticleModel
import Linguistics
public import LocaleData
import Markup

/// A page for the translator's eyes: the article as it reads, with units, terms and translation.
public enum PreviewPage {
  /// The whole page, with nothing outside of it.
  public static func html(
    for bundle: TranslationBundle, article: Article, data: LocaleData = LocaleData()
  ) -> String {
    let title = article.title?.content.plainText ?? article.id
    let target = bundle.targetLocale?.identifier ?? ""
    return StandalonePage.html(
      title: "\(title) (\(bundle.sourceLocale) → \(target))",
      language: bundle.sourceLocale.identifier, style: "preview.css", data: data,
      body: bundle.units.map { row($0, bundle) }.joined())
  }

  private static func row(_ unit: TranslationUnit, _ bundle: TranslationBundle) -> String {
    let element = unit.role == .title ? "h1" : unit.role == .heading ? "h2" : "p"
    var source = ""
    for part in unit.parts {
      switch part {
      case .segment(let segment): source += marked(segment)
      case .ignorable(let content, _): source += HTMLEscape.text(content.textOnly)
      }
    }
    let target = unit.segments.map { $0.target?.dump ?? "" }.filter { !$0.isEmpty }
      .joined(separator: " ")
    let language = attribute(bundle.targetLocale?.identifier ?? "")
    var html = "<section id=\"\(attribute(unit.id))\">\n<code>\(HTMLEscape.text(unit.id))</code>\n"
    html += "<\(element)>\(source)</\(element)>\n"
    if !target.isEmpty {
      html += "<p class=\"target\" lang=\"\(language)\">\(HTMLEscape.text(target))</p>\n"
    }
    if !unit.glossary.isEmpty {
      html += "<dl>\n"
      for entry in unit.glossary {
        html += "<dt>\(HTMLEscape.text(entry.term))</dt>"
        html += "<dd lang=\"\(language)\">"
        html += HTMLEscape.text(entry.translations.joined(separator: " · ")) + "</dd>\n"
      }
      html += "</dl>\n"
    }
    return html + "</section>\n"
  }

  /// A segment's source with its terms marked; codes are shown by their numbers.
  private static func marked(_ segment: Segment) -> String {
    var html = ""
    var offset = 0
    var marks = segment.terms[...]
    for item in segment.source {
      switch item {
      case .code(let code):
        html += code.kind == .lineBreak ? "<br>" : HTMLEscape.text([item].dump)
      case .text(let text):
        let bytes = Array(text.utf8)
        var start = 0
        while start < bytes.count {
          let end: Int
          let isMarked: Bool
          if let mark = marks.first {
            isMarked = mark.range.contains(offset + start)
            let edge = isMarked ? mark.range.upperBound : mark.range.lowerBound
            end = min(bytes.count, max(start + 1, edge - offset))
            if isMarked, offset + end >= mark.range.upperBound { marks = marks.dropFirst() }
          } else {
            isMarked = false
            end = bytes.count
          }
          let run = HTMLEscape.text(String(decoding: bytes[start..<end], as: UTF8.self))
          html += isMarked ? "<mark>\(run)</mark>" : run
          start = end
        }
        offset += bytes.count
      }
    }
    return html
  }

  private static func attribute(_ text: String) -> String { HTMLEscape.attribute(text) }
}
