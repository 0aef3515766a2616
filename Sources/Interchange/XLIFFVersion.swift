/// The forms of XLIFF that are written.
public enum XLIFFVersion: String, CaseIterable, Sendable {
  /// XLIFF 2.0, which the most tools open.
  case v2_0 = "2.0"
  /// XLIFF 2.1.
  case v2_1 = "2.1"
  /// XLIFF 2.2.
  case v2_2 = "2.2"
  /// XLIFF 1.2 without a target until there is a translation.
  case v1_2 = "1.2"
  /// XLIFF 1.2 with the source copied into the target, for tools that show nothing otherwise.
  case v1_2Prefilled = "1.2-prefilled"

  /// Whether the form is one of XLIFF 2.
  var isSecond: Bool { self != .v1_2 && self != .v1_2Prefilled }

  /// Whether the form has the ITS module.
  var hasITS: Bool { self == .v2_1 || self == .v2_2 }

  var writer: any BundleWriter {
    isSecond
      ? XLIFF2Writer(version: self) : XLIFF1Writer(isPrefilled: self == .v1_2Prefilled)
  }

  /// The namespace of the core.
  var namespace: String {
    switch self {
    case .v2_0, .v2_1: XLIFFNamespace.core20
    case .v2_2: XLIFFNamespace.core22
    case .v1_2, .v1_2Prefilled: XLIFFNamespace.core12
    }
  }
}

/// The namespaces of the standards.
enum XLIFFNamespace {
  static let core12 = "urn:oasis:names:tc:xliff:document:1.2"
  static let core20 = "urn:oasis:names:tc:xliff:document:2.0"
  static let core22 = "urn:oasis:names:tc:xliff:document:2.2"
  static let glossary = "urn:oasis:names:tc:xliff:glossary:2.0"
  static let matches = "urn:oasis:names:tc:xliff:matches:2.0"
  static let metadata = "urn:oasis:names:tc:xliff:metadata:2.0"
  static let sizes = "urn:oasis:names:tc:xliff:sizerestriction:2.0"
  static let itsm = "urn:oasis:names:tc:xliff:itsm:2.1"
  static let xml = "http://www.w3.org/XML/1998/namespace"
}
