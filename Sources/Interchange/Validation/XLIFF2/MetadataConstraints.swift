/// The Metadata module.
enum MetadataConstraints {
  static func check(_ metadata: Node, _ context: XLIFF2Context) {
    var ids: Set<String> = []
    for element in [metadata] + metadata.descendants.filter({ $0.space == .metadata }) {
      guard let id = element["id"], element.name != "meta", !ids.insert(id).inserted else {
        continue
      }
      IdentifierConstraints.twice(
        element, id, "two elements of the metadata", context, "Metadata Module")
    }
  }

  /// An element of another module that may hold metadata once, and no other module.
  static func check(
    aloneAmong modules: [Node], in holder: String, section: String, _ context: XLIFF2Context
  ) {
    for (index, module) in modules.enumerated() {
      if module.space == .metadata { check(module, context) }
      if index > 0 || !module.isElement(.metadata, "metadata") {
        context.error(
          "placement", "\(holder) may hold one <mda:metadata> and no other module", section,
          at: module)
      }
    }
  }
}
