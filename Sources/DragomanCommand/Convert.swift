import ArgumentParser
import ArticleModel
import Dragoman
import Foundation

struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Turn XLIFF 1.2, 2.0, 2.1 and 2.2 and TMX into one another.",
    discussion: """
      Example: dragoman convert bundle.xlf old.xlf --format 1.2

      A line for each thing that the target cannot hold. Exit code 1 when a unit was left out.
      """)

  @OptionGroup var shared: SharedOptions
  @Argument(help: "The file to read.") var input: String
  @Argument(help: "The file to write; .tmx makes it a memory.") var output: String
  @Option(help: "2.0, 2.1, 2.2, 1.2, 1.2-prefilled or tmx; the default is 2.0.") var format: String?
  @Option(help: "The languages to take out of a memory with more than two, as en:el.")
  var pair: String?
  @Flag(help: "Tell what would be lost and write nothing.") var dryRun = false

  func run() throws {
    let isMemory = format == nil && output.lowercased().hasSuffix(".tmx")
    let findings = try ConvertWorkflow.run(
      input: input, output: dryRun ? nil : output, format: isMemory ? "tmx" : format,
      pair: pair)
    for finding in findings where !shared.quiet || finding.severity == .error {
      Terminal.print(shared.json ? finding.jsonLine : finding.text)
    }
    if findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }
}
