import ArgumentParser
import Foundation

/// The flags that every verb has.
struct SharedOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The project's folder.", valueName: "dir"))
  var project = "."

  @Flag(help: "Print JSON Lines instead of text.")
  var json = false

  @Flag(help: "Print only what went wrong.")
  var quiet = false

  @Option(help: ArgumentHelp("The number of workers.", valueName: "n"))
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  var folder: URL { URL(fileURLWithPath: project, isDirectory: true) }

  func validate() throws {
    guard jobs >= 1 else { throw ValidationError("--jobs is 1 or more") }
  }
}
