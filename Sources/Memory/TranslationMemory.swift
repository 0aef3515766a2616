public import ArticleModel
import Foundation
import GRDB

/// The translations that a project has accepted, found again by their source.
///
/// The database is a cache: `translations/` is the truth, and the memory can be rebuilt from it.
public final class TranslationMemory: Sendable {
  private let database: DatabaseQueue
  private let path: String

  /// Opens the memory in a file, or makes it.
  ///
  /// - Parameter path: The file; `nil` keeps the memory in the process.
  /// - Throws: ``MemoryError`` when the file is not a database or cannot be written.
  public init(path: String?) throws(MemoryError) {
    self.path = path ?? "memory"
    do {
      database = try path.map { try DatabaseQueue(path: $0) } ?? DatabaseQueue()
      try Self.migrator.migrate(database)
    } catch {
      throw MemoryError(path: path ?? "memory", reason: "\(error)")
    }
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("entries") { database in
      try database.create(table: "entry") { table in
        table.autoIncrementedPrimaryKey("id")
        table.column("pair", .text).notNull()
        table.column("key", .text).notNull()
        table.column("source", .text).notNull()
        table.column("target", .text).notNull()
        table.column("origin", .text).notNull()
        table.uniqueKey(["pair", "key", "target", "origin"], onConflict: .replace)
      }
    }
    migrator.registerMigration("codes by their order") { database in
      for row in try Row.fetchAll(database, sql: "SELECT id, source FROM entry") {
        let id: Int64 = row["id"]
        try database.execute(
          sql: "UPDATE OR REPLACE entry SET key = ? WHERE id = ?",
          arguments: [key(try decoded(row["source"])), id])
      }
    }
    return migrator
  }

  /// Adds entries in one transaction; what is there already becomes the newest.
  public func add(_ entries: [MemoryEntry], pair: LanguagePair) throws(MemoryError) {
    try access {
      try self.database.write { database in
        let insert = try database.cachedStatement(
          sql: "INSERT INTO entry (pair, key, source, target, origin) VALUES (?, ?, ?, ?, ?)")
        for entry in entries {
          try insert.execute(arguments: [
            pair.description, Self.key(entry.source), try Self.encoded(entry.source),
            try Self.encoded(entry.target), entry.origin,
          ])
        }
      }
    }
  }

  /// The translations of exactly this text with codes in these places, the newest first.
  ///
  /// The codes of a match are those of the text that was asked for: the first stands for the first.
  public func exactMatches(
    for source: [Inline], pair: LanguagePair
  ) throws(MemoryError) -> [MemoryEntry] {
    try access {
      try self.database.read { database in
        let select = try database.cachedStatement(
          sql: """
            SELECT source, target, origin FROM entry WHERE pair = ? AND key = ? ORDER BY id DESC
            """)
        let rows = try Row.fetchAll(
          select, arguments: [pair.description, Self.key(source)])
        return try rows.compactMap { Self.fitted(try Self.entry(of: $0), to: source) }
      }
    }
  }

  /// The pairs of languages that there are entries for, in the order of their names.
  public func pairs() throws(MemoryError) -> [LanguagePair] {
    try access {
      let names = try self.database.read { database in
        try String.fetchAll(database, sql: "SELECT DISTINCT pair FROM entry ORDER BY pair")
      }
      return names.compactMap(LanguagePair.init)
    }
  }

  /// Gives every entry of a pair, the oldest first; one is held at a time.
  public func forEach(
    in pair: LanguagePair, _ body: (MemoryEntry) throws -> Void
  ) throws(MemoryError) {
    try access {
      try self.database.read { database in
        let rows = try Row.fetchCursor(
          database, sql: "SELECT source, target, origin FROM entry WHERE pair = ? ORDER BY id",
          arguments: [pair.description])
        while let row = try rows.next() { try body(Self.entry(of: row)) }
      }
    }
  }

  /// Forgets every entry, before the memory is built again.
  public func removeAll() throws(MemoryError) {
    try access { _ = try self.database.write { try $0.execute(sql: "DELETE FROM entry") } }
  }

  /// The number of entries in all languages.
  public func count() throws(MemoryError) -> Int {
    try access {
      try self.database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM entry") ?? 0 }
    }
  }

  private func access<Value>(_ body: () throws -> Value) throws(MemoryError) -> Value {
    do {
      return try body()
    } catch {
      throw MemoryError(path: path, reason: "\(error)")
    }
  }

  /// An entry with the codes of a source in the place of its own; `nil` when its translation has
  /// codes that its source has not.
  private static func fitted(_ entry: MemoryEntry, to source: [Inline]) -> MemoryEntry? {
    if entry.source.codes == source.codes { return entry }
    var entry = entry
    let codes = Dictionary(
      zip(entry.source.codes, source.codes).map { (CodeName($0), $1) },
      uniquingKeysWith: { first, _ in first })
    entry.source = source
    var target: [Inline] = []
    for item in entry.target {
      guard case .code(let code) = item else {
        target.append(item)
        continue
      }
      guard let own = codes[CodeName(code)] else { return nil }
      target.append(.code(own))
    }
    entry.target = target
    return entry
  }

  private struct CodeName: Hashable {
    var id: String
    var position: InlineCode.Position

    init(_ code: InlineCode) {
      id = code.id
      position = code.position
    }
  }

  /// The content with its codes numbered in their order.
  private static func numbered(_ content: [Inline]) -> [Inline] {
    var numbers: [String: String] = [:]
    return content.map { item in
      guard case .code(var code) = item else { return item }
      let number = numbers[code.id] ?? "\(numbers.count + 1)"
      numbers[code.id] = number
      code.id = number
      return .code(code)
    }
  }

  /// Text and codes in one string: two sources are the same when their keys are.
  ///
  /// White space counts as one space, for tools that come home with another kind.
  private static func key(_ content: [Inline]) -> String {
    var key = ""
    var pendingSpace = false
    for scalar in numbered(content).normalized.dump.unicodeScalars {
      if scalar.properties.isWhitespace {
        pendingSpace = !key.isEmpty
      } else {
        if pendingSpace { key += " " }
        pendingSpace = false
        key.unicodeScalars.append(scalar)
      }
    }
    return key
  }

  private static func entry(of row: Row) throws -> MemoryEntry {
    MemoryEntry(
      source: try decoded(row["source"]), target: try decoded(row["target"]),
      origin: row["origin"])
  }

  private static func encoded(_ content: [Inline]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(content), as: UTF8.self)
  }

  private static func decoded(_ text: String) throws -> [Inline] {
    try JSONDecoder().decode([Inline].self, from: Data(text.utf8))
  }
}
