import ArgumentParser
import ArticleModel
import Dragoman

struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Tell whether XLIFF, TMX and TBX files are as their standards say.",
    discussion: """
      Example: dragoman validate bundles/el/*.xlf

      XLIFF 1.2, 2.0, 2.1 and 2.2 with all modules, TMX 1.4b, TBX 2 and 3. A line for each finding:
      FILE:LINE: RULE: message, with the section of the specification. Exit code 0 only when all
      files are valid; warnings leave a file valid.
      """)

  @OptionGroup var shared: SharedOptions
  @Argument(help: "Files; - is standard input.") var files: [String]
  @Option(
    name: .customLong("prefix"),
    help: "A prefix of fragment identifiers that an extension has registered; may be repeated.")
  var prefixes: [String] = []
  @Flag(help: "Hold XLIFF 1.2 against its strict schema.") var strict = false

  func validate() throws {
    for prefix in prefixes where prefix.utf8.count < 2 {
      throw ValidationError("--prefix \(prefix): a prefix has two characters or more")
    }
  }

  func run() throws {
    var code: Int32 = 0
    for file in files {
      do {
        let findings = try ValidateWorkflow.findings(
          in: file, prefixes: Set(prefixes), isStrict: strict)
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
