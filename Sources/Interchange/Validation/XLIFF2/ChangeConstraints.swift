/// Change Tracking, the module of 2.0 and extension of 2.1.
enum ChangeConstraints {
  private static let section = "Change Tracking"

  static func check(_ track: Node, _ context: XLIFF2Context) {
    for revisions in track.children where revisions.isElement(.changes, "revisions") {
      var versions: Set<String> = []
      for revision in revisions.children where revision.isElement(.changes, "revision") {
        if let version = revision["version"], !versions.insert(version).inserted {
          context.warning(
            "change", "two revisions have the version \(version)", section, at: revision)
        }
        if let date = revision["datetime"], !isDate(date) {
          context.error(
            "form", "datetime=\"\(date)\" is no date such as 2024-01-31 or 2024-01-31T12:00:00Z",
            section, at: revision)
        }
      }
      checkObject(of: revisions, context)
      if let current = revisions["currentVersion"], !versions.contains(current) {
        context.error(
          "reference", "currentVersion=\"\(current)\" is the version of no revision", section,
          at: revisions)
      }
    }
  }

  /// What is tracked is there: an element beside the tracks, or inside of one.
  private static func checkObject(of revisions: Node, _ context: XLIFF2Context) {
    guard let unit = context.scopes.last?.node, unit.isCore("unit") else { return }
    if let name = revisions["appliesTo"] {
      let objects = unit.descendants.filter { $0.name == name }
      if objects.isEmpty {
        context.error(
          "reference", "appliesTo=\"\(name)\" names no element of the unit", section, at: revisions)
      } else if objects.count > 1, objects.allSatisfy({ $0["id"] != nil }), revisions["ref"] == nil
      {
        context.error(
          "companion", "appliesTo=\"\(name)\" is one of \(objects.count); add the ref", section,
          at: revisions)
      }
    }
    if let id = revisions["ref"], !unit.descendants.contains(where: { $0["id"] == id }) {
      context.error(
        "reference", "ref=\"\(id)\" names no element of the unit", section, at: revisions)
    }
  }

  /// A date in the profile of ISO 8601 that the W3C has noted down; the specification's own example
  /// has one digit for the hours of the zone.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      let padded = ["-01-01", "-01", ""].map { text + $0 }
      return padded.contains { LexicalForm.isDateTime($0 + "T00:00:00Z") }
    }
    let sign = parts[1].firstIndex { $0 == "Z" || $0 == "+" || $0 == "-" } ?? parts[1].endIndex
    let time = parts[1][..<sign]
    var zone = String(parts[1][sign...])
    if zone.utf8.count == 5 { zone.insert("0", at: zone.index(after: zone.startIndex)) }
    let seconds = time.filter { $0 == ":" }.count == 2 ? "" : ":00"
    return LexicalForm.isDateTime("\(parts[0])T\(time)\(seconds)\(zone)")
  }
}
