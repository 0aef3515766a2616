import ArticleModel
import LocaleData
import Quality
import Terminology

/// One run of the checks: prepared once for each pair of languages, reported as the project wants.
struct CheckRun {
  private(set) var report = CheckWorkflow.Report()

  private let configuration: ProjectConfiguration
  private let glossary: Glossary
  private let data: LocaleData
  private var suites: [String: CheckSuite] = [:]
  private var consistency = ConsistencyCheck()
  private var terms = TermConsistencyCheck()

  init(configuration: ProjectConfiguration, glossary: Glossary, data: LocaleData?) {
    self.configuration = configuration
    self.glossary = glossary
    self.data = data ?? LocaleData()
  }

  mutating func fail(_ message: String) { report.failures.append(message) }

  mutating func add(_ findings: [Finding]) { report.findings += findings }

  mutating func check(_ bundles: [TranslationBundle], file: String) throws {
    var segments = 0
    for bundle in bundles {
      guard let target = bundle.targetLocale else { continue }
      let suite = try suite(bundle.sourceLocale, target)
      for unit in bundle.units {
        let pairs = suite.pairs(of: unit)
        guard !pairs.isEmpty else { continue }
        segments += pairs.count
        let findings = suite.findings(for: unit)
        add(findings, file: file, unit: unit.id, unit.waivers)
        if let wrong = ScriptJudge.finding(for: unit, in: target) {
          add([wrong], file: file, unit: unit.id, unit.waivers)
        }
        for pair in pairs {
          let own = findings.filter { $0.segment == nil || $0.segment == pair.segment }
          consistency.add(pair, findings: own, file: file)
          terms.add(pair, choices: suite.termChoices(in: pair), file: file)
        }
      }
    }
    report.files.append((file, segments))
  }

  mutating func check(_ lines: PairLines, file: String) throws {
    var segments = 0
    for (number, line) in lines {
      switch line {
      case .failure(let problem): fail("\(file):\(number): \(problem)")
      case .success(let given):
        let pair = given.pair
        let findings = try suite(pair.sourceLocale, pair.targetLocale).findings(for: pair)
        segments += 1
        add(findings, file: file, unit: pair.unit, given.waivers)
        consistency.add(pair, findings: findings, file: file)
      }
    }
    report.files.append((file, segments))
  }

  /// Reports what only all pairs together show.
  mutating func finish() {
    for finding in consistency.findings + terms.findings {
      add([finding], file: finding.file, unit: nil, [])
    }
    consistency = ConsistencyCheck()
    terms = TermConsistencyCheck()
  }

  private mutating func suite(_ source: LocaleTag, _ target: LocaleTag) throws -> CheckSuite {
    let key = "\(source) \(target)"
    if let suite = suites[key] { return suite }
    let suite = try CheckSuite(
      glossary: glossary, sourceLocale: source, targetLocale: target, data: data)
    suites[key] = suite
    return suite
  }

  private mutating func add(
    _ findings: [Finding], file: String?, unit: String?,
    _ waivers: [ProjectConfiguration.Waiver]
  ) {
    let placed = findings.map { finding in
      var finding = finding
      finding.file = file
      finding.unit = finding.unit ?? unit
      return finding
    }
    let judged = configuration.judged(placed, unitWaivers: waivers)
    report.findings += judged.reported
    report.waived += judged.waived
  }
}
