/// The Resource Data module.
enum ResourceConstraints {
  private static let section = "Resource Data Module"

  static func check(_ data: Node, in scope: XLIFF2Scope, _ context: XLIFF2Context) {
    var ids: Set<String> = []
    for element in data.children where element.space == .resources {
      guard let id = element["id"] else { continue }
      if !ids.insert(id).inserted {
        IdentifierConstraints.twice(element, id, "two resources", context, section)
      }
      if element.name == "resourceItem" { scope.resources.insert(id) }
    }
    for element in data.children where element.space == .resources {
      if element.name == "resourceItem" {
        item(element, context)
      } else if let ref = element["ref"], context.file?.resources.contains(ref) != true {
        context.error(
          "reference", "ref=\"\(ref)\" names no <res:resourceItem> that stands in the file itself",
          "\(section), ref", at: element)
      }
    }
  }

  private static func item(_ item: Node, _ context: XLIFF2Context) {
    let source = item.children.first { $0.isElement(.resources, "source") }
    let target = item.children.first { $0.isElement(.resources, "target") }
    if isEmpty(item) {
      context.error("resource", "<res:resourceItem> is empty", section, at: item)
    }
    let contents = [source, target].compactMap { $0 }
    if !contents.isEmpty, contents.allSatisfy(isEmpty), item["mimeType"] == nil {
      context.error(
        "resource", "<res:resourceItem> whose source and target are empty needs a mimeType",
        section, at: item)
    }
    if item["context"] == "no", source == nil {
      context.error(
        "resource", "<res:resourceItem> with context=\"no\" needs a <res:source>", section, at: item
      )
    }
    for content in contents { check(content, context) }
  }

  private static func isEmpty(_ content: Node) -> Bool {
    content.children.first { _ in true } == nil
  }

  private static func check(_ content: Node, _ context: XLIFF2Context) {
    if isEmpty(content) != (content["href"] != nil) {
      context.error(
        "resource",
        isEmpty(content)
          ? "an empty <res:\(content.name)> has no href; add it"
          : "<res:\(content.name)> has content and an href; take one out", section, at: content)
    }
    let language = content.name == "source" ? context.sourceLanguage : context.targetLanguage
    guard let tag = content[.xml, "lang"], let language,
      !DocumentLanguages.isSame(tag, language)
    else { return }
    context.error(
      "language", "xml:lang is \(tag), and the document says \(language)", section, at: content)
  }
}
