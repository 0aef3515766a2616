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
      var metadata = 0
      for other in entry.children where other.space.prefix != nil && other.space != .glossary {
        metadata += other.isElement(.metadata, "metadata") ? 1 : 2
        if metadata > 1 {
          context.error(
            "placement", "<gls:glossEntry> may hold one <mda:metadata> and no other module",
            section,
            at: other)
        }
        if other.space == .metadata { MetadataConstraints.check(other, context) }
      }
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
