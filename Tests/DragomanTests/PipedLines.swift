import Dragoman
import Foundation
import Synchronization

/// Lines that come through a pipe, as the command reads them.
enum PipedLines {
  /// What a run answers to bytes, line by line, and how many of the answers are errors.
  static func answers(
    to input: [UInt8],
    run: (sending LineBlocks, @escaping @Sendable (LineAnswers) throws -> Void) async throws -> Void
  ) async throws -> (lines: [String], errors: Int) {
    let pipe = Pipe()
    Thread.detachNewThread {
      try? pipe.fileHandleForWriting.write(contentsOf: Data(input))
      try? pipe.fileHandleForWriting.close()
    }
    let output = Mutex((Data(), 0))
    try await run(LineBlocks(descriptor: pipe.fileHandleForReading.fileDescriptor)) { answers in
      output.withLock {
        $0.0 += Data(answers.lines)
        $0.1 += answers.errors
      }
    }
    try pipe.fileHandleForReading.close()
    let (data, errors) = output.withLock { $0 }
    return (String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init), errors)
  }
}
