/// `srcLang`, `trgLang` and `xml:lang`.
enum DocumentLanguages {
  static func begin(_ root: Node, _ context: XLIFF2Context) {
    context.sourceLanguage = root["srcLang"] ?? ""
    context.targetLanguage = root["trgLang"]
    for name in ["srcLang", "trgLang"] {
      guard let value = root[name], LanguageSyntax.isTag(value), !BCP47.isWellFormed(value) else {
        continue
      }
      context.error("language", "\(name)=\"\(value)\" is not a tag of BCP 47", name, at: root)
    }
    guard let version = root["version"], root.namespace == XLIFFNamespace.core20,
      version != "2.0", version != "2.1"
    else { return }
    context.error(
      "version", "version=\"\(version)\"; in this namespace it is 2.0 or 2.1", "version", at: root)
  }

  static func check(_ unit: XLIFF2Unit, _ context: XLIFF2Context) {
    for part in unit.parts {
      if let source = part.source {
        check(source.node, context.sourceLanguage, "srcLang", context)
      }
      guard let target = part.target else { continue }
      guard let language = context.targetLanguage else {
        context.error(
          "language", "there is a <target>, and <xliff> has no trgLang; add it", "<xliff>",
          at: target.node)
        continue
      }
      check(target.node, language, "trgLang", context)
    }
  }

  /// The explicit or inherited language is the document's.
  private static func check(
    _ content: Node, _ language: String, _ attribute: String, _ context: XLIFF2Context
  ) {
    let own = content[.xml, "lang"]
    guard let tag = own ?? context.scopes.last?.language, !isSame(tag, language) else { return }
    let origin = own == nil ? "the inherited xml:lang" : "xml:lang"
    context.error(
      "language", "\(origin) is \(tag), and \(attribute) is \(language); they must be equal",
      "<\(content.name)>", at: content)
  }

  /// Tags compare without case (BCP 47, section 2.1.1).
  static func isSame(_ left: String, _ right: String) -> Bool {
    left.lowercased() == right.lowercased()
  }
}

/// `<skeleton>`: an address or content, one of them.
enum SkeletonConstraints {
  static func check(_ element: Node, _ context: XLIFF2Context) {
    let isEmpty = element.contents.allSatisfy { _ in false }
    if isEmpty == (element["href"] != nil) { return }
    context.error(
      "skeleton",
      isEmpty
        ? "an empty <skeleton> has no href; add it"
        : "<skeleton> has content and an href; take one out", "<skeleton>", at: element)
  }
}
