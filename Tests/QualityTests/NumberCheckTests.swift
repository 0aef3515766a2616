import ArticleModel
import Quality
import Terminology
import Testing

/// Numbers that two languages write in different ways, and those that differ.
@Suite struct NumberCheckTests {
  private func isRight(
    _ source: String, _ target: String, _ from: LocaleTag, _ to: LocaleTag
  ) throws -> Bool {
    try CheckSuite(glossary: Glossary(concepts: []), sourceLocale: from, targetLocale: to).findings(
      for: SegmentPair(
        unit: nil, segment: nil, sourceLocale: from, targetLocale: to, source: [.text(source)],
        target: [.text(target)])
    ).allSatisfy { $0.rule != "number-mismatch" }
  }

  @Test(
    "a share may be a fraction, a ratio or hundredths",
    arguments: [
      ("Half of them came.", "Ήρθε το 50%.", true), ("Half of them came.", "Ήρθε το 40%.", false),
      ("A third of them came.", "Ήρθε το 33%.", true),
      ("A fifth of them came.", "Ήρθε το 20%.", true),
      ("A fifth of them came.", "Ήρθε το 25%.", false),
      ("One in five came.", "Ήρθε το 20%.", true),
      ("One in five came.", "Ήρθε ο ένας στους πέντε.", true),
      ("7 out of 10 came.", "Ήρθε το 70%.", true), ("7 out of 10 came.", "Ήρθε το 60%.", false),
      ("It rose by a tenth of a point.", "Αυξήθηκε κατά 0,1 της μονάδας.", true),
      ("It rose 12.5%.", "Αυξήθηκε κατά 12,9%.", false),
    ])
  func shares(source: String, target: String, expected: Bool) throws {
    #expect(try isRight(source, target, .english, .greek) == expected)
  }

  @Test(
    "the first of two hours may lack its half of the day",
    arguments: [
      ("From 3 to 5 p.m.", "Από τις 15:00 έως τις 17:00", true),
      ("From 3 to 5 p.m.", "Από τις 14:00 έως τις 17:00", false),
      ("From 9 a.m. to noon.", "Από τις 9 π.μ. έως τις 12 το μεσημέρι.", true),
      ("From 10 to 11:15 a.m.", "Από τις 10:00 έως τις 11:15 π.μ.", true),
    ])
  func hours(source: String, target: String, expected: Bool) throws {
    #expect(try isRight(source, target, .english, .greek) == expected)
  }

  @Test("decades of a life, the first of its kind, and what has doubled are numbers too")
  func words() throws {
    #expect(try isRight("in his seventies", "七十多岁", .english, .simplifiedChinese))
    #expect(try isRight("首轮谈判", "1ος γύρος διαπραγματεύσεων", .simplifiedChinese, .greek))
    #expect(try isRight("Trade doubled.", "Το εμπόριο αυξήθηκε κατά 100%.", .english, .greek))
  }
}
