public import ArticleModel
import Foundation
public import Publishing
import Quality
import Yams

/// What `dragoman.yaml` says; without the file, the defaults.
public struct ProjectConfiguration: Sendable {
  /// A finding that the project has decided to live with.
  public struct Waiver: Sendable, Equatable {
    /// The rule's identifier.
    public var rule: String
    /// The unit; `nil` waives the rule everywhere.
    public var unit: String?
    /// Why it is waived.
    public var reason: String
  }

  /// How much a rule matters in a project.
  public enum RuleSetting: String, Sendable, CaseIterable {
    case error, warning, information, off
  }

  /// The languages of the editions, in the order of the language switcher.
  public var languages: [LocaleTag] = [.english, .greek, .simplifiedChinese]
  /// The address that the site is published at, without a final slash.
  public var siteAddress: String?
  /// What a page does with units that have no translation.
  public var untranslated: UntranslatedPolicy = .withhold
  /// The built-in glossary files that do not count.
  public var leftOutGlossaries: [String] = []
  /// The rules whose findings refuse a unit on import.
  public var refuse: Set<String> = []
  /// The rules that matter more or less than they do elsewhere.
  public var severity: [String: RuleSetting] = [:]
  /// The findings that are not reported.
  public var waivers: [Waiver] = []

  /// The defaults.
  public init() {}

  /// Reads a configuration.
  ///
  /// - Parameters:
  ///   - yaml: The file's text.
  ///   - path: The name for messages.
  /// - Throws: ``ProjectError/configuration(path:line:problem:)`` with the line of an unknown key or
  ///   a value that does not fit.
  public init(yaml: String, path: String) throws(ProjectError) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch let error as YamlError {
      throw .configuration(
        path: path, line: error.line, problem: "not valid YAML; \(error.problem)")
    } catch {
      throw .configuration(path: path, line: nil, problem: "not valid YAML; \(error)")
    }
    guard let root, root.null == nil else { return }
    let reader = YAMLReader(path: path)
    for (key, value) in try reader.entries(of: root) {
      switch key.string {
      case "languages":
        languages = []
        for node in try reader.list(value) {
          guard let tag = LocaleTag(try reader.text(node)) else {
            throw reader.problem(
              node, "\(node.string ?? "") is not a language; write en, el, zh-Hans")
          }
          languages.append(tag)
        }
      case "site": try readSite(value, reader)
      case "untranslated": untranslated = try reader.choice(value)
      case "glossary": try readGlossary(value, reader)
      case "refuse":
        for node in try reader.list(value) { refuse.insert(try Self.rule(node, reader)) }
      case "severity":
        for (rule, setting) in try reader.entries(of: value) {
          severity[try Self.rule(rule, reader)] = try reader.choice(setting)
        }
      case "waivers":
        for node in try reader.list(value) { waivers.append(try Self.waiver(node, reader)) }
      default:
        throw reader.unknown(
          key,
          known: ["languages", "site", "untranslated", "glossary", "refuse", "severity", "waivers"])
      }
    }
  }

  private mutating func readSite(_ node: Node, _ reader: YAMLReader) throws(ProjectError) {
    for (key, value) in try reader.entries(of: node) {
      guard key.string == "address" else { throw reader.unknown(key, known: ["address"]) }
      var address = try reader.text(value)
      guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
        throw reader.problem(value, "the site's address begins with https:// or http://")
      }
      while address.hasSuffix("/") { address.removeLast() }
      siteAddress = address
    }
  }

  private mutating func readGlossary(_ node: Node, _ reader: YAMLReader) throws(ProjectError) {
    for (key, value) in try reader.entries(of: node) {
      guard key.string == "leave-out" else { throw reader.unknown(key, known: ["leave-out"]) }
      leftOutGlossaries = try reader.texts(value)
    }
  }

  /// What `import` finds in a unit besides the checks.
  private static let importRules = [
    "codes-as-text", "gap-filled", "state-mismatch", "too-long", "wrong-language",
  ]

  private static func rule(
    _ node: Node, _ reader: YAMLReader
  ) throws(ProjectError) -> String {
    let id = try reader.text(node)
    let rules = Rule.all.map(\.id) + importRules
    guard rules.contains(id) else {
      let known = rules.sorted().joined(separator: ", ")
      throw reader.problem(node, "no check has the rule \(id); known are \(known)")
    }
    return id
  }

  private static func waiver(
    _ node: Node, _ reader: YAMLReader
  ) throws(ProjectError) -> Waiver {
    var waiver = Waiver(rule: "", reason: "")
    for (key, value) in try reader.entries(of: node) {
      switch key.string {
      case "rule": waiver.rule = try Self.rule(value, reader)
      case "unit": waiver.unit = try reader.text(value)
      case "reason": waiver.reason = try reader.text(value)
      default: throw reader.unknown(key, known: ["rule", "unit", "reason"])
      }
    }
    guard !waiver.rule.isEmpty, !waiver.reason.isEmpty else {
      throw reader.problem(node, "a waiver needs a rule and a reason")
    }
    return waiver
  }
}

extension YamlError {
  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: nil
    }
  }

  fileprivate var problem: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      problem
    default: "\(self)".split(whereSeparator: \.isNewline).first.map(String.init) ?? "unreadable"
    }
  }
}
