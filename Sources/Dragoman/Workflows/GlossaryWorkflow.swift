public import ArticleModel
public import Foundation
import GlossaryData
import Memory
import Terminology

/// Work on glossaries: checking, changing the format, gathering candidates.
public struct GlossaryWorkflow {
  private let folder: URL

  /// Opens a project, or no project.
  public init(folder: URL) { self.folder = folder }

  /// What is wrong with files; without files, with those that count in the project.
  ///
  /// - Throws: `GlossaryError` when a file cannot be read.
  public func check(_ files: [String]) throws -> [Finding] {
    let urls = files.isEmpty ? try projectFiles() : files.map { URL(fileURLWithPath: $0) }
    var findings = try GlossaryCheck.findings(in: urls.filter { !Self.isTBX($0) })
    for url in urls where Self.isTBX(url) {
      let (concepts, problems) = try GlossaryFile.read(url)
      findings += problems + GlossaryCheck.findings(in: concepts)
    }
    return findings
  }

  private static func isTBX(_ url: URL) -> Bool {
    ["tbx", "tbxm", "xml"].contains(url.pathExtension.lowercased())
  }

  private func projectFiles() throws -> [URL] {
    guard let project = try? Project(folder: folder, readOnly: true) else {
      return GlossaryData.files
    }
    return project.glossaryFiles()
  }

  /// Reads a glossary of any format and writes it as a file of the project's `Glossary/`.
  ///
  /// - Returns: The file, how many concepts it has, and what could not be read.
  /// - Throws: An error with file and line when the glossary cannot be read.
  public func importFile(
    _ path: String
  ) throws -> (file: String, count: Int, findings: [Finding]) {
    let url = URL(fileURLWithPath: path)
    let (concepts, findings) = try GlossaryFile.read(url)
    let checked = try Glossary(checking: concepts)
    let name = url.deletingPathExtension().lastPathComponent + ".tsv"
    let target = folder.appendingPathComponent("Glossary").appendingPathComponent(name)
    try FileAccess.write(GlossaryWriter.tsv(checked.concepts), to: target)
    return ("Glossary/\(name)", checked.concepts.count, findings)
  }

  /// Writes the glossary that counts in the project, or other files, as one file.
  ///
  /// - Parameters:
  ///   - files: The files to write; none means those of the project.
  ///   - path: The file that is written.
  ///   - format: Its format, by default as its name ends.
  ///   - pair: The two languages that are written, `en:el`, the source's first; `nil` means all.
  ///   - isAcceptedOnly: Leaves out forbidden forms, for tools that offer them as translations.
  /// - Returns: How many concepts it has.
  /// - Throws: An error with file and line when a glossary cannot be read.
  public func export(
    _ files: [String], to path: String, format: GlossaryFormat?, pair: String? = nil,
    isAcceptedOnly: Bool = false
  ) throws -> Int {
    let languages = try pair.map { text -> LanguagePair in
      guard let pair = LanguagePair(text) else {
        throw ProjectError.usage("\(text): a pair of languages is written en:el")
      }
      return pair
    }
    let urls = files.isEmpty ? try projectFiles() : files.map { URL(fileURLWithPath: $0) }
    let glossary = try Glossary(checking: urls.flatMap { try GlossaryFile.read($0).concepts })
    let target = URL(fileURLWithPath: path)
    let concepts = glossary.concepts.compactMap {
      $0.exported(languages, isAcceptedOnly: isAcceptedOnly)
    }
    let bytes = try GlossaryFile.bytes(
      concepts, name: target.lastPathComponent, format: format,
      source: languages?.source ?? .english)
    try FileAccess.write(bytes, to: target)
    return concepts.count
  }

  /// What may be a term in the project's pages, ranked, as JSON Lines.
  ///
  /// - Parameters:
  ///   - source: The language of the pages that are read.
  ///   - target: The language in which translations are looked for; `nil` for none.
  ///   - least: How often a candidate stands at least.
  ///   - limit: How many are given.
  /// - Returns: Each candidate as text and as a line of JSON.
  /// - Throws: `ProjectError` when there is no project.
  public func mine(
    source: LocaleTag, target: LocaleTag?, least: Int, limit: Int
  ) throws -> [(text: String, line: String)] {
    let project = try Project(folder: folder, readOnly: true)
    let glossary = try project.glossary()
    var miner = TermMiner(locale: source, glossary: glossary)
    var other = target.map { TermMiner(locale: $0, glossary: glossary) }
    for id in project.articleIdentifiers() {
      let article = try project.article(id).article
      let pairs = try self.pairs(of: article, project, source: source, target: target)
      for pair in pairs {
        miner.add(pair.source)
        other?.add(pair.target)
      }
    }
    return miner.candidates(least: least, limit: limit, translations: other).map { candidate in
      var line = JSONLine()
      line.add("term", candidate.term)
      line.add("count", candidate.count)
      line.add("score", Int(candidate.score.rounded()))
      line.add("translations", candidate.translations)
      line.add("contexts", candidate.contexts)
      let translations =
        candidate.translations.isEmpty
        ? "" : "  → " + candidate.translations.joined(separator: " | ")
      return ("\(candidate.count)\t\(candidate.term)\(translations)", line.text)
    }
  }

  /// The texts of an article in the source language, each with its translation or an empty text.
  private func pairs(
    of article: Article, _ project: Project, source: LocaleTag, target: LocaleTag?
  ) throws -> [(source: String, target: String)] {
    if article.language == source {
      let translation = try target.flatMap { try project.translation(of: article.id, in: $0) }
      let targets = Dictionary(
        (translation?.units ?? []).map { ($0.id, Self.target($0)) },
        uniquingKeysWith: { first, _ in first })
      return article.blocks.map { ($0.content.plainText, targets[$0.id] ?? "") }
    }
    guard let translation = try project.translation(of: article.id, in: source) else { return [] }
    return translation.units.map {
      (Self.target($0), article.language == target ? Self.source($0) : "")
    }.filter { !$0.0.isEmpty }
  }

  private static func source(_ unit: TranslationUnit) -> String {
    unit.segments.map(\.source.plainText).joined(separator: " ")
  }

  private static func target(_ unit: TranslationUnit) -> String {
    unit.segments.compactMap { $0.target?.plainText }.joined(separator: " ")
  }
}

extension Concept {
  /// What an export has of the concept; `nil` where it has no term in one of the languages.
  fileprivate func exported(_ pair: LanguagePair?, isAcceptedOnly: Bool) -> Concept? {
    var concept = self
    if let pair {
      concept.terms = concept.terms.filter { $0.key == pair.source || $0.key == pair.target }
      guard concept.terms.count == 2, concept.terms.values.allSatisfy({ !$0.accepted.isEmpty })
      else { return nil }
    }
    if isAcceptedOnly {
      for locale in concept.terms.keys { concept.terms[locale]?.forbidden = [] }
    }
    return concept
  }
}
