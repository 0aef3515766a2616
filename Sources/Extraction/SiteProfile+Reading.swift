import ArticleModel
import Yams

extension SiteProfile {
  /// What is wrong with a profile, and where.
  struct Problem: Error, CustomStringConvertible {
    var line: Int?
    var reason: String
    var description: String { (line.map { "line \($0): " } ?? "") + reason }

    init(_ reason: String, at node: Node? = nil) {
      self.reason = reason
      line = node?.mark?.line
    }
  }

  private static let texts: [String: WritableKeyPath<SiteProfile, String?> & any Sendable] = [
    "title": \.title, "date": \.date, "body": \.body, "breadcrumbs": \.breadcrumbs,
    "author": \.author, "source": \.source, "captions": \.captions, "drop": \.drop,
    "next-page": \.nextPage,
  ]
  private static let lists: [String: WritableKeyPath<SiteProfile, [String]?> & any Sendable] = [
    "hosts": \.hosts, "fingerprint": \.fingerprint,
  ]

  /// Reads the tree of a file, and not values of a type: that takes a quarter of the time.
  ///
  /// - Throws: ``Problem`` for what is no profile, and for a key or value that is unknown.
  init(yaml: String) throws {
    guard let root = try Parser(yaml: yaml, resolver: .basic).singleRoot()?.mapping,
      let name = root["name"]?.scalar?.string
    else { throw Problem("a profile is a mapping with a name") }
    self.name = name
    for (key, value) in root {
      let name = key.scalar?.string ?? ""
      if let path = Self.texts[name] {
        self[keyPath: path] = try Self.text(value, of: name)
      } else if let path = Self.lists[name] {
        guard let items = value.sequence else { throw Problem("\(name) is a list", at: value) }
        self[keyPath: path] = try items.map { try Self.text($0, of: name) }
      } else if name == "limits" {
        limits = try Self.limits(value)
      } else if name != "name" {
        let known = (["name", "limits"] + Self.texts.keys + Self.lists.keys).sorted()
        throw Problem(
          "the key \(name) is unknown; the keys are \(known.joined(separator: ", "))", at: key)
      }
    }
  }

  private static func text(_ node: Node, of key: String) throws -> String {
    guard let text = node.scalar?.string else { throw Problem("\(key) is a text", at: node) }
    return text
  }

  private static func limits(_ node: Node) throws -> [BlockRole: Int] {
    guard let mapping = node.mapping else {
      throw Problem("limits is a mapping, as in title: 80", at: node)
    }
    var limits: [BlockRole: Int] = [:]
    for (key, value) in mapping {
      guard let role = key.scalar.flatMap({ BlockRole(rawValue: $0.string) }) else {
        throw Problem("no block has this role; the roles are those that clean prints", at: key)
      }
      guard let limit = value.scalar.flatMap({ Int($0.string) }), limit > 0 else {
        throw Problem("a limit is a number of characters, as in title: 80", at: value)
      }
      limits[role] = limit
    }
    return limits
  }
}
