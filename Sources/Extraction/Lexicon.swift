import Foundation

/// The words by which pages are read, from the files in `Words`.
struct Lexicon: Sendable {
  let lines: LineWords
  let containers: ContainerVocabulary
  let dates: DateReader
  let languages: LanguageJudge
  /// The words of class and id attributes that mark footnotes.
  let footnotes: Set<[UInt8]>

  init(folder: URL = WordFile.builtInFolder) throws {
    lines = try LineWords(folder: folder)
    containers = try ContainerVocabulary(folder: folder)
    dates = DateReader(names: try DateNames(folder: folder))
    languages = try LanguageJudge(folder: folder)
    footnotes = Set(
      try WordFile.read("footnotes.txt", in: folder).flatMap(\.words).map { Array($0.utf8) })
  }
}
