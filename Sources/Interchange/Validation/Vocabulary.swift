import Markup

/// Where a name comes from.
enum Space {
  case none, core, candidates, glossary, formatStyle, metadata, resources, changes, size, rules
  case its, itsm, plural, xml, schema
  /// A namespace that the standard knows nothing of.
  case foreign

  init(_ namespace: String) {
    switch namespace {
    case "": self = .none
    case XLIFFNamespace.core12, XLIFFNamespace.core20, XLIFFNamespace.core22, Self.tbx: self = .core
    case XLIFFNamespace.matches: self = .candidates
    case XLIFFNamespace.glossary: self = .glossary
    case "urn:oasis:names:tc:xliff:fs:2.0": self = .formatStyle
    case XLIFFNamespace.metadata: self = .metadata
    case "urn:oasis:names:tc:xliff:resourcedata:2.0": self = .resources
    case "urn:oasis:names:tc:xliff:changetracking:2.0": self = .changes
    case "urn:oasis:names:tc:xliff:sizerestriction:2.0": self = .size
    case "urn:oasis:names:tc:xliff:validation:2.0": self = .rules
    case "http://www.w3.org/2005/11/its": self = .its
    case "urn:oasis:names:tc:xliff:itsm:2.1": self = .itsm
    case "urn:oasis:names:tc:xliff:pgs:1.0": self = .plural
    case XLIFFNamespace.xml: self = .xml
    case "http://www.w3.org/2001/XMLSchema-instance": self = .schema
    default: self = .foreign
    }
  }

  static let tbx = "urn:iso:std:iso:30042:ed-2"

  /// The prefix that the specification uses, which is the one of fragment identifiers too.
  var prefix: String? {
    switch self {
    case .candidates: "mtc"
    case .glossary: "gls"
    case .formatStyle: "fs"
    case .metadata: "mda"
    case .resources: "res"
    case .changes: "ctr"
    case .size: "slr"
    case .rules: "val"
    case .its: "its"
    case .itsm: "itsm"
    case .plural: "pgs"
    default: nil
    }
  }
}

/// The inline elements of XLIFF 2.
enum InlineKind: String {
  case cp, ph, pc, sc, ec, mrk, sm, em

  var isCode: Bool { self == .ph || self == .pc || self == .sc || self == .ec }
  var isMark: Bool { self == .mrk || self == .sm }
  /// Whether it may have an identifier of its own.
  var isIdentified: Bool { isCode || isMark }
}

/// Names by their number, split into what constraints ask for.
final class Vocabulary {
  /// What is known of each name.
  struct Names {
    fileprivate(set) var locals: [String] = []
    fileprivate(set) var namespaces: [String] = []
    fileprivate(set) var spaces: [Space] = []
    fileprivate(set) var inlines: [InlineKind?] = []
  }

  let names = XMLNameTable()
  private var split = Names()
  /// Whether each name is that of an attribute whose value is one name (NMTOKEN).
  private var tokens: [Bool] = []

  private static let tokenAttributes: Set = [
    "id", "startRef", "copyOf", "dataRef", "dataRefStart", "dataRefEnd",
  ]

  /// All names that were met.
  var known: Names {
    if split.locals.count < names.names.count { extend() }
    return split
  }

  /// Whether white space around the value of an attribute, by the number of its name, says nothing.
  func isToken(_ name: Int) -> Bool {
    if tokens.count <= name { extend() }
    return tokens[name]
  }

  private func extend() {
    for name in names.names[split.locals.count...] {
      let space = Space(name.namespace)
      split.locals.append(name.local)
      split.namespaces.append(name.namespace)
      split.spaces.append(space)
      tokens.append(space == .none && Self.tokenAttributes.contains(name.local))
      split.inlines.append(space == .core ? InlineKind(rawValue: name.local) : nil)
    }
  }
}
