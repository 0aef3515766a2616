/// The Glossary module.
enum GlossaryConstraints {
  static func check(_ glossary: Node, unit: XLIFF2Unit?, _ context: XLIFF2Context) {
    let section = "Glossary Module"
    var ids: Set<String> = []
    for entry in glossary.children where entry.isElement(.glossary, "glossEntry") {
      let parts = entry.children.filter { $0.space == .glossary }
      if !parts.contains(where: { $0.name == "translation" || $0.name == "definition" }) {
        context.error(
          "glossary", "<gls:glossEntry> has neither a translation nor a definition", section,
          at: entry)
      }
      let modules = entry.children.filter { $0.space.prefix != nil && $0.space != .glossary }
      MetadataConstraints.check(
        aloneAmong: modules, in: "<gls:glossEntry>", section: section, context)
      for element in [entry] + parts where element == entry || element.name == "translation" {
        if let id = element["id"], !ids.insert(id).inserted {
          IdentifierConstraints.twice(element, id, "two elements of the glossary", context, section)
        }
        guard let address = element["ref"] else { continue }
        References.checkSpan(
          address, "ref", "\(section), ref", unit: unit, at: element, context)
      }
    }
  }
}
