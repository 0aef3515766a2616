/// The Translation Candidates module.
enum CandidateConstraints {
  static func check(_ matches: Node, unit: XLIFF2Unit?, _ context: XLIFF2Context) {
    let section = "Translation Candidates Module"
    var ids: Set<String> = []
    for match in matches.children where match.isElement(.candidates, "match") {
      if let id = match["id"], !ids.insert(id).inserted {
        IdentifierConstraints.twice(match, id, "two matches", context, section)
      }
      if let address = match["ref"] {
        References.checkSpan(
          address, "ref", "\(section), ref", unit: unit, at: match, context)
      }
      if match["subType"] != nil, match["type"] == nil {
        context.error(
          "companion", "subType without type; add the type", "\(section), subType", at: match)
      }
      SegmentConstraints.reserved(match, "subType", context)
      language(of: match, context)
      let content = XLIFF2Unit(match)
      IdentifierConstraints.contents(of: content, context)
      CodeConstraints.check(content, context)
      let modules = match.children.filter { $0.space.prefix != nil && $0.space != .its }
      MetadataConstraints.check(
        aloneAmong: modules, in: "<mtc:match>", section: "<mtc:match>", context)
    }
  }

  /// Only a match for reference is in another language than the document's.
  private static func language(of match: Node, _ context: XLIFF2Context) {
    guard match["reference"] != "yes", let language = context.targetLanguage,
      let target = match.child("target"), let tag = target[.xml, "lang"],
      !DocumentLanguages.isSame(tag, language)
    else { return }
    context.error(
      "language",
      "xml:lang is \(tag), and trgLang is \(language); only with reference=\"yes\" they may differ",
      "<mtc:match>", at: target)
  }
}
