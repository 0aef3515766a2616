import ArticleModel

/// Compares a unit that came home with the unit that went out.
struct UnitReconciler {
  /// What is to be done with a unit.
  enum Decision {
    /// The translation fits; the parts have the article's own text and codes.
    case fits(TranslationUnit, [Finding])
    /// The translation is of an earlier source.
    case late(TranslationUnit)
    case notTranslated
    case refused(String, [Finding] = [])
  }

  let stored: StoredArticle
  /// Whether codes are put right where there is only one way to do it.
  let repairsCodes: Bool

  func decide(_ unit: TranslationUnit, block: Block) -> Decision {
    let isTouched = Self.isTouched(unit)
    let alignment = SourceAligner(content: block.content).align(unit)
    let isEarlier = stored.earlierSources[block.id]?.contains(unit.source.digest) ?? false
    guard alignment != nil || isEarlier else {
      return isTouched
        ? .refused("the source text was changed; put it back, or ask for the bundle again")
        : .notTranslated
    }
    guard isTouched else { return .notTranslated }
    guard unit.isTranslatable else {
      return .refused(
        "is marked as not to be translated and has a translation; take out the one or the other")
    }
    var own = alignment?.unit ?? unit
    own.role = block.role
    own.groups = []
    own.takeCodes(from: block.content)
    var findings = Self.emptyFilledGaps(in: &own)
    if let restored = Self.restored(own) {
      own = restored
      findings.append(
        Finding(
          rule: "codes-as-text", severity: .information,
          message: "codes came home as text and are codes again", unit: unit.id))
    }
    if let problem = Self.problem(in: own) {
      let repaired = Self.repaired(own)
      findings = Self.findings(of: problem, in: own, repaired: repaired)
      guard let repaired, repairsCodes else {
        let remedy = repaired == nil ? "" : "; --repair does it in the only way there is"
        return .refused(problem + remedy, findings)
      }
      own = repaired
      own.takeCodes(from: block.content)
      for index in findings.indices {
        findings[index].severity = .warning
        findings[index].message += "; repaired"
      }
    }
    return alignment == nil ? .late(own) : .fits(own, findings)
  }

  /// Puts back what lies between segments where a tool has filled it: there is nothing to translate.
  private static func emptyFilledGaps(in unit: inout TranslationUnit) -> [Finding] {
    var findings: [Finding] = []
    for index in unit.parts.indices {
      guard case .ignorable(let source, let target?) = unit.parts[index],
        target.codes.map(\.id) != source.codes.map(\.id)
          || !target.textOnly.allSatisfy(\.isWhitespace) && target.textOnly != source.textOnly
      else { continue }
      unit.parts[index] = .ignorable(source: source, target: nil)
      findings.append(
        Finding(
          rule: "gap-filled", severity: .warning,
          message: "“\(target.dump)” stands between two segments, where there is nothing to "
            + "translate; it is left out", unit: unit.id))
    }
    return findings
  }

  /// Whether anyone translated the unit.
  ///
  /// In a bundle for copy-editing, and in one that was filled with the source, the target is the
  /// source: in its first state that is not a translation.
  static func isTouched(_ unit: TranslationUnit) -> Bool {
    unit.segments.contains { segment in
      guard let target = segment.target, !target.textOnly.allSatisfy(\.isWhitespace) else {
        return false
      }
      return !(segment.state == .initial && target.canonicalText == segment.source.canonicalText)
    }
  }

  /// Why the codes of the translation are not those of the source, or `nil`.
  ///
  /// A unit may move codes between its segments, so the whole is compared; segments that have no
  /// translation yet do not count.
  private static func problem(in unit: TranslationUnit) -> String? {
    var source: [Inline] = []
    var target: [Inline] = []
    for segment in unit.segments {
      guard let translation = segment.target, !translation.textOnly.isEmpty else { continue }
      source += segment.source
      target += translation
    }
    return CodeComparison.problem(source: source, target: target)
  }

  /// The unit with codes where a tool has written their markup as text, when that makes it whole.
  private static func restored(_ unit: TranslationUnit) -> TranslationUnit? {
    guard problem(in: unit) != nil else { return nil }
    var result = unit
    result.updateSegments { _, segment in
      segment.target = segment.target.map { CodeText.restored($0, source: segment.source) }
    }
    return problem(in: result) == nil ? result : nil
  }

  private static func repaired(_ unit: TranslationUnit) -> TranslationUnit? {
    var result = unit
    result.updateSegments { _, segment in
      guard let target = segment.target, !target.textOnly.isEmpty else { return }
      segment.target = CodeRepair.repaired(target, source: segment.source) ?? target
    }
    return problem(in: result) == nil ? result : nil
  }

  private static func findings(
    of problem: String, in unit: TranslationUnit, repaired: TranslationUnit?
  ) -> [Finding] {
    let broken = zip(unit.segments, repaired?.segments ?? unit.segments).filter { segment, _ in
      segment.target.map {
        !$0.textOnly.isEmpty && CodeComparison.problem(source: segment.source, target: $0) != nil
      } ?? false
    }
    return broken.map { segment, fixed in
      Finding(
        rule: "tag-mismatch", severity: .error,
        message: CodeComparison.problem(source: segment.source, target: segment.target ?? [])
          ?? problem,
        unit: unit.id, segment: segment.id, source: segment.source.dump,
        target: segment.target?.dump, suggestion: repaired == nil ? nil : fixed.target?.dump)
    }
  }
}
