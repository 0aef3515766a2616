package import ArticleModel
package import Markup

/// Turns one interchange file into another: XLIFF 1.2, 2.0, 2.1, 2.2 and TMX.
///
/// The input is read twice: once to learn what it needs, once to write. Nothing is held for longer
/// than a unit.
package struct BundleConverter {
  /// What is written.
  package enum Target: Equatable, Sendable {
    case xliff(XLIFFVersion)
    case tmx
  }

  /// Opens the input from its start.
  package typealias Opener = () throws -> XMLReader.Source

  private let file: String
  private let open: Opener

  /// - Parameters:
  ///   - file: The input's name for messages.
  ///   - open: Opens the input from its start, each time it is called.
  package init(file: String, open: @escaping Opener) {
    self.file = file
    self.open = open
  }

  /// Converts.
  ///
  /// - Parameters:
  ///   - target: What is written.
  ///   - languages: The pair to take out of a TMX with more than two languages.
  ///   - write: Is given the output piece by piece.
  /// - Returns: What the target cannot hold, and what was wrong in the input.
  /// - Throws: ``InterchangeError``, and what opening the input throws.
  package func convert(
    to target: Target, languages: (source: LocaleTag, target: LocaleTag)?,
    write: @escaping ([UInt8]) -> Void
  ) throws -> [Finding] {
    let input = try RootSniffer.root(of: open())
    switch (input, target) {
    case (.tmx, .tmx):
      throw InterchangeError.unwritable(unit: "-", message: "the input is TMX already")
    case (.tmx, .xliff(let version)):
      return try memory(to: version, languages: languages, write: write)
    case (.xliff2, .xliff(let version)) where version.isSecond:
      return try rewrite(as: version, write: write)
    case (_, .xliff(let version)):
      return try bundles(to: BundleSink(version: version, write: write))
    case (_, .tmx):
      return try bundles(to: BundleSink(memory: write))
    }
  }

  private func rewrite(
    as version: XLIFFVersion, write: @escaping ([UInt8]) -> Void
  ) throws -> [Finding] {
    var losses = LossReport()
    let rewriter = XLIFF2Rewriter(version: version, lost: { losses.add($0) }, write: write)
    switch XMLReader().read(from: try open(), to: rewriter) {
    case .complete: return losses.findings(file: file)
    case .malformed(let line, let message):
      throw InterchangeError.malformed(file: file, line: line, message: message)
    case .refused(let line, let message):
      throw InterchangeError.refused(file: file, line: line, message: message)
    case .tooDeep(let line):
      throw InterchangeError.refused(
        file: file, line: line, message: "elements are nested too deep")
    }
  }

  private func bundles(to sink: BundleSink) throws -> [Finding] {
    var losses = LossReport()
    let scanner = LossScanner { losses.add($0) }
    let survey = ModuleSurvey()
    try XLIFFReader().read(from: try open(), file: file, to: survey)
    sink.prepare(modules: survey.modules)
    sink.lost = { losses.add($0) }
    try XLIFFReader().read(from: try open(), file: file, to: sink, scanner: scanner)
    sink.finish()
    return sink.findings + losses.findings(file: file)
  }

  private func memory(
    to version: XLIFFVersion, languages: (source: LocaleTag, target: LocaleTag)?,
    write: @escaping ([UInt8]) -> Void
  ) throws -> [Finding] {
    let sink = BundleSink(version: version, write: write)
    sink.prepare(modules: [])
    var losses = LossReport()
    var pair = languages
    var count = 0
    let findings = try TMXReader().read(from: try open(), file: file) { entry in
      count += 1
      if pair == nil { pair = (entry.variants[0].locale, entry.variants[1].locale) }
      guard let pair, let from = entry.variants.first(where: { $0.locale == pair.source }),
        let to = entry.variants.first(where: { $0.locale == pair.target })
      else {
        return losses.add(
          .init(rule: "lost-language", message: "an entry without both languages", line: 0))
      }
      if entry.variants.count > 2 {
        losses.add(
          .init(rule: "lost-language", message: "only two languages of an entry are kept", line: 0))
      }
      if count == 1 || !sink.hasFile {
        sink.begin(
          TranslationBundle(
            articleID: file.split(separator: "/").last.map(String.init) ?? file, original: file,
            sourceLocale: pair.source, targetLocale: pair.target, units: []))
      }
      sink.unit(entry.unit(from: from, to: to, number: count), line: 0)
    }
    sink.finish()
    return findings + sink.findings + losses.findings(file: file)
  }
}

/// The modules that the units of a document need.
private final class ModuleSurvey: BundleReceiver {
  private(set) var modules: Set<XLIFFModule> = []
  private var bundle: TranslationBundle?

  func begin(_ bundle: TranslationBundle) { modules.formUnion(XLIFFModule.needed(by: [bundle])) }

  func unit(_ unit: TranslationUnit, line: Int) {
    if !unit.glossary.isEmpty { modules.insert(.glossary) }
    if !unit.matches.isEmpty { modules.insert(.matches) }
    if unit.sizeLimit != nil { modules.insert(.sizes) }
  }

  func report(_ finding: Finding) {}
}
