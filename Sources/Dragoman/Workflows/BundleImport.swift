import ArticleModel
import Interchange

/// Takes the units of one file as the reader gives them.
final class BundleImport: BundleReceiver {
  private(set) var hasBundles = false

  private let file: String
  private let desk: ImportDesk
  private var bundle: TranslationBundle?
  private var judge: UnitJudge?
  /// Segments of one unit that a tool has taken out of their group: they come one after the other.
  private var loose: TranslationUnit?
  private var hasFailed = false
  /// Segments that say they are translated and hold nothing.
  private var emptyPromises = 0

  init(file: String, desk: ImportDesk) {
    self.file = file
    self.desk = desk
  }

  func begin(_ bundle: TranslationBundle) {
    finish()
    hasBundles = true
    hasFailed = false
    emptyPromises = 0
    self.bundle = bundle
  }

  func report(_ finding: Finding) {
    if finding.rule == "state-mismatch" { emptyPromises += 1 }
    desk.tell(finding)
  }

  func unit(_ unit: TranslationUnit, line: Int) {
    guard let bundle, !hasFailed else { return }
    if judge == nil {
      do {
        judge = try desk.judge(for: bundle, first: unit, file: file)
      } catch let error as ProjectError {
        return fail("\(error)", error.exitCode == 3 ? 3 : 1)
      } catch {
        return fail("\(error)", 3)
      }
    }
    guard let slash = unit.id.utf8.firstIndex(of: UInt8(ascii: "/")), judge?.knows(unit.id) == false
    else {
      putTogether()
      judge?.judge(unit)
      return
    }
    let id = String(unit.id[..<slash])
    if loose?.id != id { putTogether() }
    var whole = loose ?? TranslationUnit(id: id, isTranslatable: unit.isTranslatable, parts: [])
    let name = String(unit.id[unit.id.index(after: slash)...])
    var own = unit
    if own.segments.count == 1 { own.updateSegments { _, segment in segment.id = name } }
    whole.parts += own.parts
    loose = whole
  }

  private func putTogether() {
    guard let unit = loose else { return }
    loose = nil
    judge?.judge(unit)
  }

  private func fail(_ message: String, _ exitCode: Int32) {
    hasFailed = true
    desk.fail(message, exitCode)
  }

  /// Ends the bundle that is open.
  func finish() {
    putTogether()
    guard let bundle, var judge, !hasFailed else { return }
    self.bundle = nil
    self.judge = nil
    judge.reportMissing()
    if emptyPromises > 0, !judge.hasTranslations {
      desk.tell(
        Finding(
          rule: "nothing-translated", severity: .error,
          message: "the bundle of \(bundle.articleID) says that it is translated, and no unit is; "
            + "ask for it again", file: file))
    } else if judge.repeatsTheSource, bundle.targetLocale != bundle.sourceLocale {
      desk.tell(
        Finding(
          rule: "nothing-translated", severity: .warning,
          message: "every translation in the bundle of \(bundle.articleID) is its source",
          file: file))
    }
    if !judge.hasTranslations {
      desk.fail("\(file): no unit of \(bundle.articleID) was accepted; the project is unchanged", 1)
    }
    do {
      try desk.put(away: judge)
    } catch {
      desk.fail("\(error)", 3)
    }
  }
}
