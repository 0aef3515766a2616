import Testing

@testable import Extraction

@Suite("Bylines")
struct BylineReaderTests {
  @Test(
    "the writer's name is read without what stands around it",
    arguments: [
      ("By Jane Doe", "Jane Doe"), ("BY JANE DOE | 5 May 2012", "JANE DOE"),
      ("By the way, it rains", nil), ("Written by John van Doe, BBC News", "John van Doe"),
      ("Γράφει η Μαρία Παππά", "Μαρία Παππά"), ("Του Νίκου Παππά", "Νίκου Παππά"),
      ("2012-01-17 09:30 来源：新华网 作者：李明 编辑：王丽", "李明"), ("記者：王大明（台北）", "王大明"),
      ("5 May 2012", nil), ("Author:", nil),
    ] as [(String, String?)])
  func authors(line: String, name: String?) throws {
    #expect(try BylineReader().author(in: line) == name)
  }

  @Test(
    "the source is read where it is called one",
    arguments: [
      ("2012-01-17 09:30 来源：新华网 作者：李明", "新华网"), ("Source: Associated Press", "Associated Press"),
      ("Πηγή: ΑΠΕ-ΜΠΕ", "ΑΠΕ-ΜΠΕ"), ("Source code", nil),
    ] as [(String, String?)])
  func sources(line: String, name: String?) throws {
    #expect(try BylineReader().source(in: line) == name)
  }
}
