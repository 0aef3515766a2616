import ArgumentParser
import Dragoman
import Foundation
import Synchronization

/// Printing: results on standard output, messages and progress on standard error.
enum Terminal {
  static func print(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }

  static func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      let data = Data(
        bytesNoCopy: UnsafeMutableRawPointer(mutating: base), count: bytes.count,
        deallocator: .none)
      FileHandle.standardOutput.write(data)
    }
  }

  /// Answers the lines of standard input on standard output.
  ///
  /// - Throws: Exit code 3 when a line was answered with an error, and what `run` throws.
  static func answer(
    _ run: (sending LineBlocks, @escaping @Sendable (LineAnswers) -> Void) async throws -> Void
  ) async throws {
    let failures = Mutex(0)
    try await run(LineBlocks(descriptor: 0)) { answers in
      write(answers.lines)
      failures.withLock { $0 += answers.errors }
    }
    if failures.withLock({ $0 }) > 0 { throw ExitCode(3) }
  }

  static func warn(_ line: String) {
    FileHandle.standardError.write(Data(("dragoman: " + line + "\n").utf8))
  }

  static func fail(_ message: String, code: Int32) -> Never {
    warn(message)
    Foundation.exit(code)
  }

  /// Help and usage errors as ArgumentParser words them, with the contract's exit code.
  static func usage(_ error: any Error) -> Never {
    let text = DragomanCommand.fullMessage(for: error)
    if DragomanCommand.exitCode(for: error) == .success {
      print(text)
      Foundation.exit(0)
    }
    FileHandle.standardError.write(Data((text + "\n").utf8))
    Foundation.exit(2)
  }

  static func exitCode(of error: any Error) -> Int32 {
    if let error = error as? ProjectError { return error.exitCode }
    return DragomanCommand.exitCode(for: error) == .success ? 0 : 3
  }

  /// Columns padded to the widest cell; a Han character takes two places.
  static func table(_ rows: [[String]]) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? width($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        line += cell
        if column < row.count - 1 {
          line += String(repeating: " ", count: widths[column] - width(cell) + 2)
        }
      }
      return line
    }
  }

  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.properties.isIdeographic ? 2 : 1) }
  }
}
