import Extraction
import Foundation

/// Writes what `Scripts/fit-extraction` learns from, and cuts articles with scores that it learnt.
///
/// Usage: extraction-fitting lines|regions|articles FOLDER OUTPUT [SCORES]…
///
/// Pages are read in the order of their names. OUTPUT.jsonl has an object a page, OUTPUT.rows the
/// features of all lines as 32-bit numbers. SCORES are files of 32-bit numbers, one a line of all
/// pages, in place of what the shipped models say.
@main
struct ExtractionFitting {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 3, let step = FittingStep(rawValue: arguments[1]) else {
      FileHandle.standardError.write(
        Data("usage: extraction-fitting lines|regions|articles FOLDER OUTPUT [SCORES]…\n".utf8))
      exit(2)
    }
    let folder = URL(fileURLWithPath: arguments[2])
    var scores = try arguments.dropFirst(3).map { try Scores(path: $0) }
    let extractor = try ArticleExtractor(sites: .builtIn())
    var pages = Data()
    var rows = Data()
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    for name in names where [".html", ".txt", ".htm"].contains(where: name.hasSuffix) {
      let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
      let page = try extractor.fittingPage(bytes, file: name, step: step) { stage, count in
        stage < scores.count ? scores[stage].next(count) : nil
      }
      pages += try JSONSerialization.data(withJSONObject: page.object, options: .sortedKeys)
      pages.append(0x0A)
      page.rows.withUnsafeBytes { rows.append(contentsOf: $0) }
    }
    try pages.write(to: URL(fileURLWithPath: arguments[3] + ".jsonl"))
    if step != .articles { try rows.write(to: URL(fileURLWithPath: arguments[3] + ".rows")) }
  }

  /// A file of numbers, read in order.
  private struct Scores {
    private let values: [Float]
    private var position = 0

    init(path: String) throws {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      values = data.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
    }

    mutating func next(_ count: Int) -> [Float]? {
      guard position + count <= values.count else { return nil }
      defer { position += count }
      return Array(values[position..<(position + count)])
    }
  }
}
