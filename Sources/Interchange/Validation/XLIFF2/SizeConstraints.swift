import Foundation

/// The profiles that a file restricts sizes by.
struct SizeProfiles {
  var general: String
  var storage: String
  /// The normal form that text is measured in: `nfc`, `nfd` or `none`.
  var generalForm = "none"
  var storageForm = "none"

  var isCodePoints: Bool { general == "xliff:codepoints" }
  var isStandardStorage: Bool { ["xliff:utf8", "xliff:utf16", "xliff:utf32"].contains(storage) }
}

/// How much text measures by the standard profiles.
struct SizeMeasure {
  var codePoints = 0
  var bytes = 0

  mutating func add(_ other: SizeMeasure) {
    codePoints += other.codePoints
    bytes += other.bytes
  }
}

/// The Size and Length Restriction module.
enum SizeConstraints {
  private static let section = "Size and Length Restriction Module"

  /// What `slr:profiles` and `slr:data` of a file, group or unit say.
  static func declare(_ element: Node, in scope: XLIFF2Scope, _ context: XLIFF2Context) {
    if element.name == "profiles" {
      let normalization = element.children.first { $0.isElement(.size, "normalization") }
      let profiles = SizeProfiles(
        general: element["generalProfile"] ?? "", storage: element["storageProfile"] ?? "",
        generalForm: normalization?["general"] ?? "none",
        storageForm: normalization?["storage"] ?? "none")
      if profiles.general.hasPrefix("xliff:"), !profiles.isCodePoints {
        unknown(profiles.general, element, context)
      }
      if profiles.storage.hasPrefix("xliff:"), !profiles.isStandardStorage {
        unknown(profiles.storage, element, context)
      }
      scope.profiles = profiles
      restrictions(of: scope.node, profiles, context)
    } else if element.name == "data" {
      for node in [element] + element.descendants.map({ $0 }) {
        if let id = node["id"] ?? node[.xml, "id"] { scope.sizeData.insert(id) }
      }
    }
  }

  private static func unknown(_ profile: String, _ element: Node, _ context: XLIFF2Context) {
    context.error(
      "form", "\(profile) is no profile of the specification, which reserves the prefix xliff",
      section, at: element)
  }

  /// The attributes on one element.
  static func attributes(of element: Node, _ context: XLIFF2Context) {
    if element[.size, "sizeInfo"] != nil, element[.size, "sizeInfoRef"] != nil {
      context.error(
        "size", "slr:sizeInfo and slr:sizeInfoRef may not stand together", section, at: element)
    }
    if element.isCore("ec"), element["isolated"] != "yes" {
      for name in ["equivStorage", "sizeInfo", "sizeInfoRef"] where element[.size, name] != nil {
        context.error(
          "size", "slr:\(name) stands only on an isolated <ec>", section, at: element)
      }
    }
    // Data of a file is read after its start tag; what names it there is left to readers.
    if let ref = element[.size, "sizeInfoRef"], element.space == .core, !element.isCore("file"),
      !element.isCore("group"),
      !context.scopes.contains(where: { $0.sizeData.contains(ref) })
    {
      context.error(
        "reference", "slr:sizeInfoRef=\"\(ref)\" names nothing in an <slr:data> around it", section,
        at: element)
    }
    guard let profiles = context.scopes.reversed().lazy.compactMap({ $0.profiles }).first,
      !element.isCore("file")
    else { return }
    restrictions(of: element, profiles, context)
  }

  /// The values as the standard profiles have them.
  private static func restrictions(
    of element: Node, _ profiles: SizeProfiles, _ context: XLIFF2Context
  ) {
    for (name, isMeant) in [
      ("sizeRestriction", profiles.isCodePoints),
      ("storageRestriction", profiles.isStandardStorage),
    ] {
      guard isMeant, let value = element[.size, name], limits(value) == nil else { continue }
      context.error(
        "form", "slr:\(name)=\"\(value)\" is not of the form [minimum,]maximum", section,
        at: element)
    }
    for (name, isMeant) in [
      ("sizeInfo", profiles.isCodePoints), ("equivStorage", profiles.isStandardStorage),
    ] {
      guard isMeant, let value = element[.size, name], !value.isEmpty, Int(value) == nil else {
        continue
      }
      context.error("form", "slr:\(name)=\"\(value)\" is no number", section, at: element)
    }
  }

  /// `max` or `min,max`, where `*` means no maximum.
  private static func limits(_ text: String) -> ClosedRange<Int>? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      String(part).utf8.trimmedText
    }
    guard let last = parts.last, parts.count <= 2 else { return nil }
    let maximum = last == "*" ? Int.max : Int(last)
    let minimum = parts.count == 2 ? Int(parts[0]) : 0
    guard let maximum, let minimum, minimum >= 0, minimum <= maximum else { return nil }
    return minimum...maximum
  }
}

// MARK: - Measuring

extension SizeConstraints {
  /// Measures the targets of a unit, and holds them against the restrictions on it and in it.
  static func check(_ unit: XLIFF2Unit, _ context: XLIFF2Context) {
    let profiles = context.scopes.reversed().lazy.compactMap { $0.profiles }.first
    guard let profiles, profiles.isCodePoints || profiles.isStandardStorage else { return }
    let isPreserved = context.scopes.reversed().lazy.compactMap { $0.node[.xml, "space"] }.first
    let isFinal = unit.parts.allSatisfy {
      !$0.node.isCore("segment") || $0.node["state"] == "final"
    }
    var whole = SizeMeasure()
    for part in unit.parts {
      guard let target = part.target?.node else { continue }
      let space = target[.xml, "space"] ?? isPreserved
      whole.add(measure(target, profiles, isPreserved: space == "preserve"))
      for span in target.descendants where span.hasForeignAttributes {
        guard span.isCore("pc") || span.isCore("mrk") else { continue }
        hold(
          measure(span, profiles, isPreserved: space == "preserve"), against: span, profiles,
          isFinal: isFinal, context)
      }
    }
    hold(whole, against: unit.node, profiles, isFinal: isFinal, context)
    for scope in context.scopes.dropLast() { scope.measure.add(whole) }
  }

  /// Holds the content of a group or a file against the restrictions on it.
  static func end(_ scope: XLIFF2Scope, _ context: XLIFF2Context) {
    guard let profiles = scope.chain.lazy.compactMap({ $0.profiles }).first else { return }
    hold(scope.measure, against: scope.node, profiles, isFinal: false, context)
  }

  private static func hold(
    _ size: SizeMeasure, against element: Node, _ profiles: SizeProfiles, isFinal: Bool,
    _ context: XLIFF2Context
  ) {
    for (name, isMeant, count, measure) in [
      ("sizeRestriction", profiles.isCodePoints, size.codePoints, "code points"),
      ("storageRestriction", profiles.isStandardStorage, size.bytes, "bytes"),
    ] {
      guard isMeant, let limits = element[.size, name].flatMap(limits) else { continue }
      // Too little may be a translation that is not finished; too much does not become less.
      if count > limits.upperBound {
        context.error(
          "size", "the target has \(count) \(measure) of \(limits.upperBound)", section, at: element
        )
      } else if isFinal, count < limits.lowerBound {
        context.error(
          "size", "the final target has \(count) \(measure), under \(limits.lowerBound)", section,
          at: element)
      }
    }
  }

  private static func measure(
    _ element: Node, _ profiles: SizeProfiles, isPreserved: Bool
  ) -> SizeMeasure {
    var result = SizeMeasure()
    for node in element.contents {
      if node.isText {
        let text = isPreserved ? node.text : collapsed(node.text)
        result.codePoints += text.normalized(to: profiles.generalForm).unicodeScalars.count
        result.bytes += bytes(text.normalized(to: profiles.storageForm), profiles)
      } else if node.isCore("cp") {
        result.codePoints += 1
        result.bytes +=
          profiles.storage == "xliff:utf8" ? 1 : profiles.storage == "xliff:utf16" ? 2 : 4
      } else {
        result.codePoints += node[.size, "sizeInfo"].flatMap { Int($0) } ?? 0
        result.bytes += node[.size, "equivStorage"].flatMap { Int($0) } ?? 0
        result.add(measure(node, profiles, isPreserved: isPreserved))
      }
    }
    return result
  }

  private static func bytes(_ text: String, _ profiles: SizeProfiles) -> Int {
    switch profiles.storage {
    case "xliff:utf16": text.utf16.count * 2
    case "xliff:utf32": text.unicodeScalars.count * 4
    default: text.utf8.count
    }
  }

  /// White space that is not preserved counts once.
  private static func collapsed(_ text: String) -> String {
    var result = ""
    var isAfterSpace = false
    for scalar in text.unicodeScalars {
      let isSpace = scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
      if !isSpace { result.unicodeScalars.append(scalar) } else if !isAfterSpace { result += " " }
      isAfterSpace = isSpace
    }
    return result
  }
}
