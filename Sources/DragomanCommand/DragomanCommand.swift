import ArgumentParser

@main
struct DragomanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dragoman",
    abstract: "Turns scraped articles into translation bundles, and translations into pages.",
    discussion: """
      Three uses, in this order:

        dragoman extract page.html --to el,zh-Hans
        dragoman import bundles/el/*.xlf
        dragoman generate

      Exit codes: 0 done; 1 findings; 2 wrong usage or configuration; 3 a file that could not be
      read or written.
      """,
    subcommands: [
      Extract.self, Import.self, Generate.self, Check.self, Status.self, Memory.self,
      Glossary.self, Validate.self, Convert.self, Clean.self, Segment.self,
    ])

  /// Errors of the command line end with 2, which the contract reserves for wrong usage.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let error as ExitCode {
      exit(withError: error)
    } catch {
      let code = Terminal.exitCode(of: error)
      if code == 0 || exitCode(for: error) == .validationFailure { Terminal.usage(error) }
      Terminal.fail("\(error)", code: code)
    }
  }
}
