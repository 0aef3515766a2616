import ArgumentParser
import Dragoman
import Foundation

struct Segment: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Cut texts into sentences: JSON Lines in, JSON Lines out.",
    discussion: """
      Example: echo '{"id":"1","lang":"el","text":"Ο κ. Σι ήρθε. Έφυγε."}' | dragoman segment
      """)

  @OptionGroup var shared: SharedOptions

  @Option(help: ArgumentHelp("Cut by the rules of an SRX 2.0 file.", valueName: "file"))
  var srx: String?

  @Flag(help: "Say which rule cut or joined where.")
  var explain = false

  @Flag(help: "Print dragoman's own rules as SRX 2.0, and read nothing.")
  var exportSrx = false

  func run() async throws {
    let workflow = try SegmentWorkflow(
      project: shared.folder, srx: srx.map { URL(fileURLWithPath: $0) }, explains: explain)
    if exportSrx { return Terminal.write(try workflow.exportRules()) }
    try await Terminal.answer { blocks, emit in
      try await workflow.run(jobs: shared.jobs, nextBlock: { try blocks.next() }, emit: emit)
    }
  }
}
