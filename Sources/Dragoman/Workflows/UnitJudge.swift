import ArticleModel
import Quality

/// Judges the units of one bundle, and collects what is kept of them.
struct UnitJudge {
  let locale: LocaleTag

  private let file: String
  private let stored: StoredArticle
  private let configuration: ProjectConfiguration
  private let checks: CheckSuite
  private let reconciler: UnitReconciler
  private let blocks: [String: Block]
  private var kept: [String: TranslationUnit]
  private let keptOrder: [String]
  private var seen: Set<String> = []

  private let tell: (UnitVerdict) -> Void

  /// Whether a unit was accepted, now or before, or is kept for reference.
  private(set) var hasTranslations = false
  /// Whether all translations are what their sources are.
  private(set) var repeatsTheSource = false
  private(set) var changedUnits: [TranslationUnit] = []

  init(
    file: String, stored: StoredArticle, locale: LocaleTag, configuration: ProjectConfiguration,
    checks: CheckSuite, before: TranslationBundle?, repairsCodes: Bool,
    tell: @escaping (UnitVerdict) -> Void
  ) {
    self.file = file
    self.stored = stored
    self.locale = locale
    self.configuration = configuration
    self.checks = checks
    self.tell = tell
    reconciler = UnitReconciler(stored: stored, repairsCodes: repairsCodes)
    blocks = Dictionary(
      stored.article.blocks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    kept = Dictionary(
      (before?.units ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    keptOrder = (before?.units ?? []).map(\.id)
  }

  var hasChanges: Bool { !changedUnits.isEmpty }

  /// Whether the article has a unit with this identifier.
  func knows(_ unit: String) -> Bool { blocks[unit] != nil }

  mutating func judge(_ unit: TranslationUnit) {
    guard let block = blocks[unit.id] else {
      return record(unit.id, .unknown, "the article has no such unit; it is not imported")
    }
    guard seen.insert(unit.id).inserted else {
      return record(unit.id, .refused, "the unit is in the file twice; keep one of them")
    }
    switch reconciler.decide(unit, block: block) {
    case .notTranslated: record(unit.id, .notTranslated, nil)
    case .refused(let reason, let findings):
      record(unit.id, .refused, reason, placed(findings, in: unit.id))
    case .late(let own):
      // A late translation never replaces one of the current source.
      let current = kept[unit.id]?.source.canonicalText == block.content.canonicalText
      if !current { keep(own) }
      record(
        unit.id, .stale,
        current
          ? "is of an earlier source; the project has a translation of the present one"
          : "is of an earlier source; it is kept for reference, translate the new bundle")
    case .fits(let own, let findings): accept(own, placed(findings, in: unit.id))
    }
  }

  private mutating func accept(_ unit: TranslationUnit, _ known: [Finding]) {
    var unit = unit
    var known = known
    let id = unit.id
    unit.updateSegments { _, segment in
      let isEmpty = segment.target?.textOnly.allSatisfy(\.isWhitespace) ?? true
      if isEmpty {
        segment.target = nil
        segment.state = .initial
      } else if segment.state == .initial, segment.target != segment.source {
        // The text decides, as many tools leave the state alone.
        segment.state = .translated
        segment.subState = nil
        known.append(
          Finding(
            rule: "state-mismatch", severity: .information,
            message: "is translated, and its state says that it is not; the text decides",
            file: file, unit: id, segment: segment.id))
      }
    }
    if let long = Self.overrun(of: unit) { known.append(long) }
    if let wrong = ScriptJudge.finding(for: unit, in: locale) { known.append(wrong) }
    let findings = reported(known + checks.findings(for: unit), of: unit)
    if let refused = findings.first(where: { configuration.refuse.contains($0.rule) }) {
      return record(unit.id, .refused, "\(refused.rule): \(refused.message)", findings)
    }
    let repeats = unit.segments.allSatisfy { segment in
      segment.target?.canonicalText == segment.source.canonicalText
    }
    repeatsTheSource = repeats && (repeatsTheSource || !hasTranslations)
    let isNew = kept[unit.id].map { !$0.saysTheSame(as: unit) } ?? true
    if isNew { keep(unit) }
    let done = unit.segments.count { $0.target != nil }
    if done < unit.segments.count {
      record(
        unit.id, .notTranslated,
        "\(done) of \(unit.segments.count) segments are translated; they are kept", findings)
    } else {
      record(unit.id, isNew ? .accepted : .unchanged, nil, findings)
    }
  }

  /// A translation that is longer than the site of its page allows.
  private static func overrun(of unit: TranslationUnit) -> Finding? {
    guard let limit = unit.sizeLimit else { return nil }
    let length = unit.segments.reduce(0) { length, segment in
      length + (segment.target?.textOnly.unicodeScalars.count ?? 0)
    }
    guard length > limit else { return nil }
    return Finding(
      rule: "too-long", severity: .warning,
      message: "the translation has \(length) characters of \(limit); shorten it", unit: unit.id)
  }

  /// Findings at the severities of the project, without what it has waived.
  private func reported(_ findings: [Finding], of unit: TranslationUnit) -> [Finding] {
    configuration.judged(placed(findings, in: unit.id), unitWaivers: waivers(of: unit)).reported
  }

  private func placed(_ findings: [Finding], in unit: String) -> [Finding] {
    findings.map { finding in
      var placed = finding
      placed.file = file
      placed.unit = unit
      return placed
    }
  }

  /// A waiver once given holds for later translations of the unit.
  private func waivers(of unit: TranslationUnit) -> [ProjectConfiguration.Waiver] {
    unit.waivers + (kept[unit.id]?.waivers ?? [])
  }

  private mutating func keep(_ unit: TranslationUnit) {
    var unit = unit
    var waivers: [Note] = []
    for note in (kept[unit.id]?.notes ?? []) + unit.notes
    where note.category == TranslationUnit.waiverCategory && !waivers.contains(note) {
      waivers.append(note)
    }
    unit.notes = waivers
    unit.sizeLimit = nil
    unit.glossary = []
    unit.matches = []
    unit.updateSegments { _, segment in segment.terms = [] }
    kept[unit.id] = unit
    changedUnits.append(unit)
  }

  mutating func reportMissing() {
    for block in stored.article.blocks
    where !block.content.textOnly.isEmpty && !seen.contains(block.id) {
      record(block.id, .missing, "is not in the file; ask for it, or import the rest later")
    }
  }

  /// All that is kept, in the order of the article; units that the article has lost come last.
  func translation() -> TranslationBundle {
    let order = stored.article.blocks.map(\.id)
    let lost = keptOrder.filter { blocks[$0] == nil }
    return TranslationBundle(
      articleID: stored.article.id, original: stored.article.file,
      sourceLocale: stored.article.language, targetLocale: locale,
      units: (order + lost).compactMap { kept[$0] })
  }

  private mutating func record(
    _ unit: String, _ kind: UnitVerdict.Kind, _ reason: String?, _ findings: [Finding] = []
  ) {
    if kind.isAccepted || kind == .stale { hasTranslations = true }
    tell(
      UnitVerdict(
        file: file, article: stored.article.id, locale: locale, unit: unit, kind: kind,
        reason: reason, findings: findings))
  }
}

extension TranslationUnit {
  /// Whether both have the same translation in the same state.
  fileprivate func saysTheSame(as other: TranslationUnit) -> Bool {
    source.canonicalText == other.source.canonicalText
      && segments.map(\.target) == other.segments.map(\.target)
      && segments.map(\.state) == other.segments.map(\.state)
  }
}
