import ArticleModel
import Foundation
import Memory
import Testing

@Suite struct TranslationMemoryTests {
  let pair = LanguagePair(source: .english, target: .greek)

  @Test("a translation is found by its source, whatever the kind of white space")
  func exact() throws {
    let memory = try TranslationMemory(path: nil)
    let entry = MemoryEntry(
      source: [.text("On October 25, 2017.")], target: [.text("Στις 25 Οκτωβρίου 2017.")],
      origin: "a")
    try memory.add([entry], pair: pair)
    #expect(
      try memory.exactMatches(for: [.text("On October\u{A0}25,  2017.")], pair: pair) == [entry])
  }

  @Test("codes are part of the source, and the other direction is another pair")
  func codesAndDirection() throws {
    let memory = try TranslationMemory(path: nil)
    let code = InlineCode(id: "1", position: .standalone, kind: .lineBreak, data: "<br>")
    try memory.add(
      [MemoryEntry(source: [.text("a"), .code(code)], target: [.text("β")], origin: "a")],
      pair: pair)
    #expect(try memory.exactMatches(for: [.text("a")], pair: pair).isEmpty)
    #expect(
      try memory.exactMatches(
        for: [.text("a"), .code(code)], pair: LanguagePair(source: .greek, target: .english)
      ).isEmpty)
    #expect(try memory.exactMatches(for: [.text("a"), .code(code)], pair: pair).count == 1)
  }

  @Test("the newest translation comes first, and the same one is kept once")
  func order() throws {
    let memory = try TranslationMemory(path: nil)
    let old = MemoryEntry(source: [.text("a")], target: [.text("α")], origin: "x")
    let new = MemoryEntry(source: [.text("a")], target: [.text("ἀ")], origin: "y")
    try memory.add([old, new, old], pair: pair)
    #expect(try memory.exactMatches(for: [.text("a")], pair: pair) == [old, new])
    #expect(try memory.count() == 2)
  }

  @Test("a file that is no database is an error that names it and the remedy")
  func notADatabase() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).sqlite")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(repeating: 0x41, count: 4096).write(to: file)
    let error = #expect(throws: MemoryError.self) { try TranslationMemory(path: file.path) }
    #expect(error?.description.contains(file.lastPathComponent) == true)
    #expect(error?.description.contains("memory rebuild") == true)
  }

  @Test("a pair is read from its two tags", arguments: ["en:el", "EN:gr", "en:el-GR"])
  func pairs(text: String) {
    #expect(LanguagePair(text) == pair)
  }

  @Test("text that is not two tags is no pair", arguments: ["", "en", "en:", "en:el:zh", "1:2"])
  func noPair(text: String) {
    #expect(LanguagePair(text) == nil)
  }
}
