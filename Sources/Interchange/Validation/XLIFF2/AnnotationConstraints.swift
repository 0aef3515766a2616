/// Marks: comments, terms, translatability, candidates.
enum AnnotationConstraints {
  static func check(_ unit: XLIFF2Unit, _ context: XLIFF2Context) {
    for part in unit.parts {
      for element in part.source?.elements ?? [] where element.kind.isMark {
        check(element.node, context)
      }
      for element in part.target?.elements ?? [] where element.kind.isMark {
        check(element.node, context)
      }
    }
  }

  private static func check(_ mark: Node, _ context: XLIFF2Context) {
    let type = mark["type"] ?? "generic"
    SegmentConstraints.reserved(mark, "type", context)
    let address = mark["ref"].flatMap { References.read($0, "ref", at: mark, context) }
    switch type {
    case "comment": comment(mark, address, context)
    case "generic":
      if mark["translate"] == nil, !mark.hasForeignAttributes {
        context.warning(
          "mark", "a generic annotation without translate says nothing", "Translate Annotation",
          at: mark)
      }
    case "mtc:match":
      if mark["ref"] != nil {
        context.error(
          "mark", "an annotation of the type mtc:match has no ref",
          "Translation Candidate Annotation",
          at: mark)
      }
    default: break
    }
  }

  private static func comment(
    _ mark: Node, _ address: FragmentIdentifier?, _ context: XLIFF2Context
  ) {
    let section = "Comment Annotation"
    guard let text = mark["ref"] else {
      if mark["value"] == nil {
        context.error("mark", "a comment has neither value nor ref", section, at: mark)
      }
      return
    }
    if mark["value"] != nil {
      context.error("mark", "a comment has value and ref; take one out", section, at: mark)
    }
    if let address, address.last.prefix == "n", References.isInUnit(address, context),
      context.scopes.last?.noteIdentifiers.contains(address.last.id) == true
    {
      return
    }
    // What is no fragment at all was reported when it was read.
    if address == nil, References.fragment(of: text) != nil { return }
    context.error(
      "reference", "ref=\"\(text)\" names no note of the unit; it is written #n=ID", section,
      at: mark)
  }
}
