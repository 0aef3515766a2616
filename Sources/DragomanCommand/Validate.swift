import ArgumentParser
import ArticleModel
import Dragoman

struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell whether XLIFF files are as the standard says.",
    discussion: """
      Example: dragoman validate bundles/el/*.xlf

      A line for each finding: FILE:LINE: RULE: message. Exit code 0 only when all files are valid.
      """)

  @OptionGroup var shared: SharedOptions
  @Argument(help: "XLIFF files.") var files: [String]

  func run() throws {
    var code: Int32 = 0
    for file in files {
      do {
        let findings = try ValidateWorkflow.findings(in: file)
        for finding in findings {
          Terminal.print(shared.json ? finding.jsonLine : finding.text)
        }
        if findings.contains(where: { $0.severity == .error }) { code = max(code, 1) }
      } catch {
        Terminal.warn("\(error)")
        code = 3
      }
    }
    if code != 0 { throw ExitCode(code) }
  }
}
