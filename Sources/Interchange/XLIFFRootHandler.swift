import ArticleModel
import Markup

/// Looks at the root element, and hands the rest to the reader of its version.
final class XLIFFRootHandler: XMLHandler {
  /// The root element, when it is not one of XLIFF.
  private(set) var unknownRoot: (name: String, line: Int)?
  /// Whether a whole unit was read.
  var hasUnits: Bool { output.hasUnits }

  private let output: BundleOutput
  private var version: (any XMLHandler)?
  private var hasRoot = false

  init(file: String, receiver: any BundleReceiver, scanner: LossScanner? = nil) {
    output = BundleOutput(file: file, receiver: receiver, scanner: scanner)
  }

  func start(_ element: XMLElement) -> Bool {
    if hasRoot { return version?.start(element) ?? false }
    hasRoot = true
    let isRoot = element.name == "xliff"
    if isRoot, XLIFFNamespace.isCore2(element.namespace) {
      if let handler = XLIFF2Handler(root: element, output: output) {
        version = handler
      } else {
        unknownRoot = ("<xliff> without a srcLang that is a language", element.line)
      }
    } else if isRoot, XLIFFNamespace.isCore1(element.namespace),
      element["version"]?.hasPrefix("1.") ?? true
    {
      version = XLIFF1Handler(output: output)
    } else {
      let version = element["version"].map { " version \($0)" } ?? ""
      unknownRoot = ("<\(element.name)>\(version)", element.line)
    }
    return false
  }

  func element(_ element: XMLElement) { version?.element(element) }

  func text(_ text: String, line: Int) {}

  func end(line: Int) { version?.end(line: line) }
}

/// Passes on what a reader found: a file with its first unit, findings with the file's name.
final class BundleOutput {
  private let file: String
  private let receiver: any BundleReceiver
  private var waiting: TranslationBundle?
  private(set) var hasUnits = false

  /// Looks for what the model does not hold, when a conversion asks.
  let scanner: LossScanner?

  init(file: String, receiver: any BundleReceiver, scanner: LossScanner?) {
    self.file = file
    self.receiver = receiver
    self.scanner = scanner
  }

  /// Keeps the bundle until its first unit comes.
  func begin(_ bundle: TranslationBundle) { waiting = bundle }

  /// Adds to what is known of the file, as long as it has no units.
  func amend(_ change: (inout TranslationBundle) -> Void) {
    guard var bundle = waiting else { return }
    change(&bundle)
    waiting = bundle
  }

  func unit(_ unit: TranslationUnit, line: Int, findings: [Finding]) {
    if let bundle = waiting {
      waiting = nil
      receiver.begin(bundle)
    }
    hasUnits = true
    findings.forEach(report)
    receiver.unit(unit, line: line)
  }

  func report(_ finding: Finding) {
    var finding = finding
    finding.file = file
    receiver.report(finding)
  }
}

extension XLIFFNamespace {
  static func isCore2(_ namespace: String) -> Bool {
    namespace == core20 || namespace == core22
  }

  /// XLIFF 1.0 and 1.1 are read as 1.2; some tools write no namespace at all.
  static func isCore1(_ namespace: String) -> Bool {
    namespace == core12 || namespace == "urn:oasis:names:tc:xliff:document:1.1"
      || namespace.isEmpty
  }
}
