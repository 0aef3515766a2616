import ArticleModel
import Markup

/// Writes what a reader gives, unit by unit.
final class BundleSink: BundleReceiver {
  private(set) var findings: [Finding] = []
  private(set) var hasFile = false
  var lost: (LossReport.Loss) -> Void = { _ in }

  private var xliff: (any BundleWriter)?
  private var memory: TMXWriter?
  private let write: ([UInt8]) -> Void
  private var modules: Set<XLIFFModule> = []
  private var bundle: TranslationBundle?
  private var isSkipped = false
  private var files: Set<String> = []
  private var units: Set<String> = []

  init(version: XLIFFVersion, write: @escaping ([UInt8]) -> Void) {
    xliff = version.writer
    self.write = write
  }

  /// Writes TMX.
  init(memory write: @escaping ([UInt8]) -> Void) { self.write = write }

  func prepare(modules: Set<XLIFFModule>) { self.modules = modules }

  func report(_ finding: Finding) { findings.append(finding) }

  func begin(_ bundle: TranslationBundle) {
    var bundle = bundle
    units = []
    if let first = self.bundle {
      isSkipped =
        first.sourceLocale != bundle.sourceLocale || first.targetLocale != bundle.targetLocale
      if isSkipped {
        return findings.append(
          Finding(
            rule: "lost-language", severity: .error,
            message: "the file \(bundle.articleID) has other languages than the first and is left "
              + "out; convert it alone"))
      }
    }
    bundle.articleID = Self.unique(bundle.articleID, in: &files)
    if !hasFile {
      hasFile = true
      if xliff == nil {
        memory = TMXWriter(source: bundle.sourceLocale)
      } else {
        xliff?.start(bundle, modules: modules)
      }
    }
    self.bundle = bundle
    xliff?.begin(bundle)
  }

  func unit(_ unit: TranslationUnit, line: Int) {
    guard let bundle, !isSkipped else { return }
    var unit = unit
    unit.id = Self.unique(unit.id, in: &units)
    if memory != nil {
      remember(unit, of: bundle, line: line)
    } else {
      do {
        try xliff?.unit(unit, hasTarget: bundle.targetLocale != nil)
      } catch {
        findings.append(
          Finding(rule: "unwritable", severity: .error, message: "\(error)", line: line))
      }
    }
    flush(limit: 1 << 16)
  }

  private func remember(_ unit: TranslationUnit, of bundle: TranslationBundle, line: Int) {
    guard let locale = bundle.targetLocale else { return }
    if !unit.groups.isEmpty {
      lost(.init(rule: "lost-group", message: "groups are left out", line: line))
    }
    if !unit.matches.isEmpty {
      lost(.init(rule: "lost-match", message: "matches are left out", line: line))
    }
    let segments = unit.segments
    for segment in segments {
      guard let target = segment.target, !target.isBlank else {
        lost(
          .init(
            rule: "lost-segment", message: "a segment without a translation is left out", line: line
          ))
        continue
      }
      memory?.add(
        TMXEntry(
          id: segments.count == 1 ? unit.id : "\(unit.id)/\(segment.id)", notes: unit.notes,
          variants: [
            .init(locale: bundle.sourceLocale, content: segment.source),
            .init(locale: locale, content: target),
          ]))
    }
  }

  func finish() {
    guard hasFile else { return }
    xliff?.finish()
    memory?.finish()
    flush(limit: 0)
  }

  private func flush(limit: Int) {
    if let count = xliff?.xml.bytes.count, count > limit, let bytes = xliff?.xml.take() {
      write(bytes)
    }
    if let count = memory?.count, count > limit, let bytes = memory?.take() { write(bytes) }
  }

  private static func unique(_ id: String, in taken: inout Set<String>) -> String {
    var name = id
    var copy = 2
    while !taken.insert(name).inserted {
      name = "\(id)-\(copy)"
      copy += 1
    }
    return name
  }
}
