import ArticleModel
import Testing

@Suite struct UnitIdentifierTests {
  @Test("the identifier of a text is the same in every release")
  func stable() {
    var taken: Set<String> = []
    let id = UnitIdentifier.make(role: .title, content: [.text("Home")], taken: &taken)
    #expect(id.count == 9)
    var again: Set<String> = []
    #expect(UnitIdentifier.make(role: .title, content: [.text("Home")], taken: &again) == id)
    #expect(UnitIdentifier.make(role: .paragraph, content: [.text("Home")], taken: &again) != id)
  }

  @Test("a text that occurs twice gets a suffix")
  func twice() {
    var taken: Set<String> = []
    let first = UnitIdentifier.make(role: .paragraph, content: [.text("Note")], taken: &taken)
    #expect(
      UnitIdentifier.make(role: .paragraph, content: [.text("Note")], taken: &taken)
        == first + "-2")
  }

  @Test("a text that occurs a thousand times gets the numbers in order")
  func often() {
    var taken: Set<String> = []
    let made = (1...1000).map { _ in
      UnitIdentifier.make(role: .paragraph, content: [.text("Note")], taken: &taken)
    }
    #expect(made.dropFirst() == (2...1000).map { "\(made[0])-\($0)" }[...])
  }

  @Test(
    "the hash is FNV-1a", arguments: [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c)])
  func hash(text: String, expected: UInt64) {
    #expect(StableHash.fnv1a(text) == expected)
  }
}
