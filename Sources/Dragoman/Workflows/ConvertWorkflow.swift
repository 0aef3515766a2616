public import ArticleModel
import Foundation
import Interchange
import Memory

/// Turns a file of one interchange format into one of another.
public enum ConvertWorkflow {
  /// Converts a file; the output is put in place when it is whole.
  ///
  /// - Parameters:
  ///   - input: XLIFF 1.2, 2.0, 2.1, 2.2 or TMX.
  ///   - output: The file to write; `.tmx` makes it a memory. `nil` writes nothing.
  ///   - format: The form of XLIFF; `tmx` for a memory of any name.
  ///   - pair: The languages to take out of a memory with more than two, as `en:el`.
  /// - Returns: What the target cannot hold; with a finding of severity error nothing is written.
  /// - Throws: ``ProjectError`` and ``Interchange/InterchangeError``.
  public static func run(
    input: String, output: String?, format: String?, pair: String? = nil
  ) throws -> [Finding] {
    let target = try target(output: output, format: format)
    let languages = try pair.map { text throws(ProjectError) in
      guard let pair = LanguagePair(text) else {
        throw .usage("--pair: \(text) is no pair of languages; write en:el")
      }
      return (source: pair.source, target: pair.target)
    }
    let source = URL(fileURLWithPath: input)
    let file = try output.map { try StreamedFile(URL(fileURLWithPath: $0)) }
    let converter = BundleConverter(file: input) {
      try FileAccess.source(source, shown: input)
    }
    let findings = try converter.convert(
      to: target, languages: languages
    ) { bytes in file?.write(bytes) }
    // What breaks off is not put in place: half of a file looks like a whole one.
    if !findings.contains(where: { $0.severity == .error }) { try file?.finish() }
    return findings
  }

  private static func target(
    output: String?, format: String?
  ) throws(ProjectError) -> BundleConverter.Target {
    let isMemory = output.map { $0.lowercased().hasSuffix(".tmx") } ?? false
    guard let format else { return isMemory ? .tmx : .xliff(.v2_0) }
    if format == "tmx" { return .tmx }
    guard let version = XLIFFVersion(rawValue: format) else {
      let names = (XLIFFVersion.allCases.map(\.rawValue) + ["tmx"]).joined(separator: ", ")
      throw .usage("--format: \(format) is none of \(names)")
    }
    return .xliff(version)
  }
}
