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
}
