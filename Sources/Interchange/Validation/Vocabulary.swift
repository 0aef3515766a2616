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

/// Names by their number, split into what constraints ask for.
final class Vocabulary {
  let names = XMLNameTable()
  private var locals: [String] = []
  private var spaces: [Space] = []

  func local(_ number: Int) -> String {
    if number >= locals.count { extend() }
    return locals[number]
  }

  func space(_ number: Int) -> Space {
    if number >= spaces.count { extend() }
    return spaces[number]
  }

  private func extend() {
    for name in names.names[locals.count...] {
      locals.append(name.local)
      spaces.append(Space(name.namespace))
    }
  }
}
