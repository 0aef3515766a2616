import Markup

/// Validates one document as the parser meets it: structure by event, constraints by part.
final class DocumentValidator: XMLEventHandler {
  private let options: XLIFFValidator
  private let report: ValidationReport
  private let vocabulary = Vocabulary()
  private var part: FragmentBuilder
  private var structure: StructureChecker?
  private var constraints: (any DocumentConstraints)?
  /// Whether a part is open.
  private var isInside = false

  init(_ options: XLIFFValidator, report: ValidationReport) {
    self.options = options
    self.report = report
    part = FragmentBuilder(vocabulary)
  }

  /// The names that tags are numbered by.
  var names: XMLNameTable { vocabulary.names }

  /// Whether the root was met.
  private(set) var hasRoot = false

  func start(_ tag: XMLTag) {
    if !hasRoot {
      hasRoot = true
      choose(tag)
    }
    structure?.start(tag)
    guard let constraints else { return }
    if isInside {
      part.start(tag)
    } else if constraints.holdsParts(tag.name) {
      var element = FragmentBuilder(vocabulary)
      element.start(tag)
      constraints.begin(element.root)
    } else {
      part.clear()
      part.start(tag)
      isInside = true
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer, line: Int) {
    structure?.text(bytes, line: line)
    if isInside { part.text(bytes, line: line) }
  }

  func end(line: Int) {
    structure?.end(line: line)
    guard let constraints else { return }
    guard isInside else { return constraints.end() }
    guard part.end() else { return }
    isInside = false
    let whole = part.root
    if part.isCut, !whole.isCore("skeleton") {
      report.error(
        "limit", "<\(whole.name)> is too large to be checked; split it", "limits", line: whole.line)
    }
    constraints.part(whole)
  }

  /// Takes the grammar and the constraints that the root asks for.
  private func choose(_ tag: XMLTag) {
    var root = FragmentBuilder(vocabulary)
    root.start(tag)
    let element = root.root
    guard let standard = Standard(element, isStrict: options.isStrict) else {
      return report.error(
        "root", "the root is <\(element.name)>; it is none of XLIFF 1.2 or 2, TMX 1.4 and TBX",
        "root element", line: tag.line)
    }
    report.standard = standard.name(of: element)
    let grammar = GrammarReader.grammar(
      standard.grammar, variant: standard.variant, names: vocabulary.names)
    structure = StructureChecker(grammar, report: report)
    constraints =
      switch standard {
      case .xliff2, .xliff22:
        XLIFF2Constraints(
          vocabulary: vocabulary, prefixes: options.prefixes, report: report)
      case .xliff1, .xliff1Strict: XLIFF1Constraints(vocabulary: vocabulary, report: report)
      case .tmx: TMXConstraints(vocabulary: vocabulary, report: report)
      case .tbx2, .tbx3: TBXConstraints(vocabulary: vocabulary, report: report)
      }
  }
}

/// The standards that are validated.
private enum Standard {
  case xliff1, xliff1Strict, xliff2, xliff22, tmx, tbx2, tbx3

  /// The standard that a root element belongs to.
  init?(_ root: Node, isStrict: Bool) {
    let namespace = root.namespace
    switch (namespace, root.name) {
    case (XLIFFNamespace.core20, _): self = .xliff2
    case (XLIFFNamespace.core22, _): self = .xliff22
    case (XLIFFNamespace.core12, _):
      let schemas = root[.schema, "schemaLocation"] ?? ""
      self = isStrict || schemas.contains("strict") ? .xliff1Strict : .xliff1
    case ("", "tmx"): self = .tmx
    case ("", "martif"): self = .tbx2
    case (Space.tbx, _): self = .tbx3
    default: return nil
    }
  }

  var grammar: String {
    switch self {
    case .xliff1, .xliff1Strict: "xliff-1.2"
    case .xliff2, .xliff22: "xliff-2"
    case .tmx: "tmx-1.4"
    case .tbx2: "tbx-2"
    case .tbx3: "tbx-3"
    }
  }

  var variant: String {
    switch self {
    case .xliff1: "transitional"
    case .xliff1Strict: "strict"
    case .xliff22: "2.2"
    default: "2.0"
    }
  }

  func name(of root: Node) -> String {
    switch self {
    case .xliff1, .xliff1Strict: "XLIFF 1.2"
    case .xliff2: root["version"] == "2.0" ? "XLIFF 2.0" : "XLIFF 2.1"
    case .xliff22: "XLIFF 2.2"
    case .tmx: "TMX 1.4b"
    case .tbx2: "TBX 2"
    case .tbx3: "TBX 3"
    }
  }
}
