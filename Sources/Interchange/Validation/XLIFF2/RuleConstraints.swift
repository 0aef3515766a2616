import Foundation

/// One rule of the Validation module.
struct ValidationRule {
  enum Kind: String, CaseIterable {
    case isPresent, isNotPresent, startsWith, endsWith
  }

  var kind: Kind
  var text: String
  var occurs: Int?
  var existsInSource: Bool
  var isCaseSensitive: Bool
  var normalization: String
  var isDisabled: Bool
  /// Whether the rule stands in the unit itself.
  var isOwn: Bool

  init?(_ rule: Node, isOwn: Bool) {
    guard let kind = Kind.allCases.first(where: { rule[$0.rawValue] != nil }) else { return nil }
    self.kind = kind
    text = rule[kind.rawValue] ?? ""
    occurs = rule["occurs"].flatMap { Int($0) }
    existsInSource = rule["existsInSource"] == "yes"
    isCaseSensitive = rule["caseSensitive"] != "no"
    normalization = rule["normalization"] ?? "nfc"
    isDisabled = rule["disabled"] == "yes"
    self.isOwn = isOwn
  }

  /// What is wrong with a translation.
  func problem(source: String, target: String) -> String? {
    let source = normalized(source)
    let target = normalized(target)
    let text = normalized(self.text)
    guard !text.isEmpty else { return nil }
    switch kind {
    case .isPresent:
      let count = occurrences(of: text, in: target)
      if let occurs, count != occurs { return "“\(text)” is there \(count) times, not \(occurs)" }
      if count == 0 { return "“\(text)” is missing" }
      guard existsInSource else { return nil }
      let expected = occurrences(of: text, in: source)
      let isMet = occurs == nil ? expected == count : expected > 0
      return isMet ? nil : "“\(text)” is there \(count) times, and \(expected) times in the source"
    case .isNotPresent:
      return occurrences(of: text, in: target) > 0 ? "“\(text)” may not be there" : nil
    case .startsWith:
      if !target.hasPrefix(text) { return "the target does not start with “\(text)”" }
      return existsInSource && !source.hasPrefix(text)
        ? "the source does not start with “\(text)”" : nil
    case .endsWith:
      if !target.hasSuffix(text) { return "the target does not end with “\(text)”" }
      return existsInSource && !source.hasSuffix(text)
        ? "the source does not end with “\(text)”" : nil
    }
  }

  private func occurrences(of text: String, in whole: String) -> Int {
    var count = 0
    var rest = whole.unicodeScalars[...]
    let scalars = Array(text.unicodeScalars)
    while !rest.isEmpty {
      if rest.starts(with: scalars) {
        count += 1
        rest = rest.dropFirst(scalars.count)
      } else {
        rest.removeFirst()
      }
    }
    return count
  }

  private func normalized(_ text: String) -> String {
    (isCaseSensitive ? text : text.lowercased()).normalized(to: normalization)
  }
}

extension String {
  /// In the normal form that XLIFF's modules call `nfc` or `nfd`; any other name leaves it as it is.
  func normalized(to form: String) -> String {
    switch form {
    case "nfc": precomposedStringWithCanonicalMapping
    case "nfd": decomposedStringWithCanonicalMapping
    default: self
    }
  }
}

/// The Validation module: the rules themselves, and the targets that they are about.
enum RuleConstraints {
  private static let section = "Validation Module"

  static func declare(_ validation: Node, in scope: XLIFF2Scope, _ context: XLIFF2Context) {
    for rule in validation.children where rule.isElement(.rules, "rule") {
      check(rule, context)
      if rule["disabled"] == "yes", scope.node.isCore("file") {
        context.warning(
          "rule", "a rule of the file is disabled, and there is no rule above it", section, at: rule
        )
      }
      guard let read = ValidationRule(rule, isOwn: scope.node.isCore("unit")) else { continue }
      scope.rules.append(read)
    }
  }

  private static func check(_ rule: Node, _ context: XLIFF2Context) {
    let kinds = ValidationRule.Kind.allCases.map(\.rawValue).filter { rule[$0] != nil }
    let isCustom = rule.attributes.contains { $0.space != .none && $0.space != .schema }
    if kinds.count > 1 {
      context.error(
        "rule", "a rule has \(kinds.joined(separator: " and ")); it has one of them", section,
        at: rule)
    } else if kinds.isEmpty, !isCustom {
      context.error(
        "rule",
        "a rule has none of isPresent, isNotPresent, startsWith, endsWith and custom attributes",
        section, at: rule)
    }
    if rule["occurs"] != nil, rule["isPresent"] == nil {
      context.error("rule", "occurs goes with isPresent", "\(section), occurs", at: rule)
    }
    if rule["existsInSource"] != nil,
      ["isPresent", "startsWith", "endsWith"].filter({ rule[$0] != nil }).count != 1
    {
      context.error(
        "rule", "existsInSource goes with one of isPresent, startsWith and endsWith",
        "\(section), existsInSource", at: rule)
    }
  }

  /// The rules in force: an inner one overrides its like further out.
  static func apply(to unit: XLIFF2Unit, _ context: XLIFF2Context) {
    guard context.scopes.contains(where: { !$0.rules.isEmpty }) else { return }
    var seen: Set<String> = []
    var rules: [ValidationRule] = []
    for scope in context.scopes.reversed() {
      for rule in scope.rules where seen.insert("\(rule.kind) \(rule.text)").inserted {
        if !rule.isDisabled { rules.append(rule) }
      }
    }
    for part in unit.parts where part.node.isCore("segment") {
      guard let target = part.target?.node, !target.text.isEmpty else { continue }
      for rule in rules {
        guard let problem = rule.problem(source: part.source?.node.text ?? "", target: target.text)
        else { continue }
        // No text can be in every target of a file; the specification's own example breaks it.
        if !rule.isOwn, rule.kind == .isPresent {
          context.warning("rule", problem, section, at: target)
        } else {
          context.error("rule", problem, section, at: target)
        }
      }
    }
  }
}
