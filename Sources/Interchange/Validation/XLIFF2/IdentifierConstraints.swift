/// The scopes that identifiers are unique in.
enum IdentifierConstraints {
  /// Files, groups: unique as they are met.
  static func begin(_ element: Node, _ context: XLIFF2Context) {
    guard let id = element["id"] else { return }
    let isNew: Bool
    if element.isCore("file") {
      isNew = context.scopes.first?.files.insert(id) ?? true
    } else if element.isCore("group") {
      isNew = context.file?.groups.insert(id) ?? true
    } else {
      return
    }
    if !isNew { twice(element, id, "two \(element.name)s", context) }
  }

  static func notes(_ element: Node, _ context: XLIFF2Context) {
    guard let scope = context.scopes.last else { return }
    for note in element.children {
      guard let id = note["id"], !scope.noteIdentifiers.insert(id).inserted else { continue }
      twice(note, id, "two notes of the \(scope.node.name)", context)
    }
  }

  static func unit(_ unit: XLIFF2Unit, _ context: XLIFF2Context) {
    if let id = unit.node["id"], context.file?.units.insert(id) == false {
      twice(unit.node, id, "two units of the file", context)
    }
    if let notes = unit.node.child("notes") { self.notes(notes, context) }
    contents(of: unit, context)
  }

  /// Original data, segments and inline elements of a unit, or of a match.
  static func contents(of unit: XLIFF2Unit, _ context: XLIFF2Context) {
    var data: Set<String> = []
    for entry in unit.node.child("originalData")?.children.map({ $0 }) ?? [] {
      guard let id = entry["id"], !data.insert(id).inserted else { continue }
      twice(entry, id, "two data elements of the \(unit.shown)", context)
    }
    var used: Set<String> = []
    for part in unit.parts {
      if unit.node.space == .core, let id = part.node["id"], !used.insert(id).inserted {
        twice(part.node, id, "two elements of the unit", context)
      }
      for element in part.source?.elements ?? [] {
        guard let id = element.id, !used.insert(id).inserted else { continue }
        twice(element.node, id, "two elements of the \(unit.shown)", context)
      }
    }
    targets(of: unit, used: used, context)
  }

  /// An element of a target has the identifier of its like in the source beside it, or a new one.
  private static func targets(
    of unit: XLIFF2Unit, used: Set<String>, _ context: XLIFF2Context
  ) {
    var inTargets: Set<String> = []
    for part in unit.parts {
      guard let target = part.target else { continue }
      let like = part.source?.elements ?? []
      for element in target.elements {
        guard let id = element.id else { continue }
        if !inTargets.insert(id).inserted {
          twice(element.node, id, "two elements of the targets", context)
        } else if let original = like.first(where: { $0.id == id }) {
          if !isAlike(original.kind, element.kind) {
            context.error(
              "identifier",
              "the id \(id) is one of another kind of element in the source; give it a new id",
              "id", at: element.node)
          }
        } else if used.contains(id) {
          context.error(
            "identifier",
            "the id \(id) is used in the \(unit.shown), and not by the source beside this target",
            "id", at: element.node)
        }
      }
    }
  }

  /// Whether two inline elements may stand for each other: spans and marks are written in two ways.
  private static func isAlike(_ left: InlineKind, _ right: InlineKind) -> Bool {
    if left == right { return true }
    if left.isMark { return right.isMark }
    return left != .ph && right != .ph && left.isCode && right.isCode
  }

  /// Elements of extensions: `id` or `xml:id`, unique in the file, group or unit.
  static func extensions(in element: Node, of scope: XLIFF2Scope, _ context: XLIFF2Context) {
    for node in [element] + element.descendants.map({ $0 }) where node.space == .foreign {
      guard let id = node["id"] ?? node[.xml, "id"] else { continue }
      if !NameToken.isValid(id) {
        context.error(
          "identifier", "the id \"\(id)\" of an extension is no name (NMTOKEN)",
          "Extension Mechanisms", at: node)
      } else if !scope.extensionIdentifiers.insert("\(node.namespace) \(id)").inserted {
        twice(node, id, "two elements of the extension", context, "Extension Mechanisms")
      }
    }
  }

  static func twice(
    _ element: Node, _ id: String, _ what: String, _ context: XLIFF2Context,
    _ section: String = "id"
  ) {
    context.error("identifier", "\(what) have the id \(id)", section, at: element)
  }
}
