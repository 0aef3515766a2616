import Testing

@testable import Extraction

@Suite("Words of lines")
struct LineWordsTests {
  @Test(
    "words are found inside, at the start and alone, whole, in capitals and without spaces",
    arguments: [
      ("Share this article", "tools", 2), ("You can share it", "tools", 1),
      ("Shareholders met", "tools", 0), ("ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ", "related", 3),
      ("Τα σχόλια έκλεισαν", "comment", 1), ("（责任编辑：王）", "credit", 2),
      ("新华社记者李明", "credit", 1), ("© 2012 The Times", "legal", 2), ("Bygones", "credit", 0),
      ("Advertisement:", "promotion", 3), ("Advertisement 2", "promotion", 2),
    ] as [(String, String, UInt8)])
  func find(text: String, kind: String, place: UInt8) throws {
    let words = try LineWords()
    let found = Array(text.utf8).withUnsafeBufferPointer { words.find(in: $0) }
    let index = try #require(LineWords.Kind.allCases.firstIndex { "\($0)" == kind })
    #expect(found[index] == place)
  }

  @Test(
    "class and identifier are read word by word, run together or not",
    arguments: [
      ("article-body", ContainerWords.content), ("postMeta", [.content, .date]),
      ("relatednews", .related), ("sidebar", .side), ("x7", []),
    ] as [(String, ContainerWords)])
  func names(value: String, meaning: ContainerWords) throws {
    #expect(try ContainerVocabulary().meaning(of: value.utf8) == meaning)
  }
}
