import Foundation

/// The answers to a block of lines.
public struct LineAnswers: Sendable {
  /// A line for every line with a request, each with its line feed.
  public private(set) var lines: [UInt8] = []
  /// How many of them are errors.
  public private(set) var errors = 0

  /// Answers every line that is more than white space.
  ///
  /// - Parameters:
  ///   - block: The lines.
  ///   - answer: Appends the answer to one line of the bytes, or nothing where none is wanted; when
  ///     it throws, what it has appended is taken back.
  ///   - failure: What is said of a line that cannot be answered, by its number.
  init(
    to block: LineBlocks.Block,
    answer: (UnsafeBufferPointer<UInt8>, Range<Int>, inout [UInt8]) throws -> Void,
    failure: (_ number: Int, any Error) -> JSONLine
  ) {
    lines.reserveCapacity(block.bytes.count + block.bytes.count / 4)
    let isValid = block.bytes.withUnsafeBytes { UTF8Check.isValid($0) }
    block.bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      var number = block.firstLine
      while start < bytes.count {
        let line = start..<(Self.lineFeed(in: bytes, from: start) ?? bytes.count)
        if bytes[line].contains(where: { $0 > 0x20 }) {
          let length = lines.count
          do {
            guard isValid || String(validating: bytes[line], as: UTF8.self) != nil else {
              throw ProjectError.usage("not UTF-8")
            }
            try answer(bytes, line, &lines)
          } catch {
            lines.removeSubrange(length...)
            lines.append(contentsOf: failure(number, error).text.utf8)
            errors += 1
          }
          if lines.count > length { lines.append(0x0A) }
        }
        start = line.upperBound + 1
        number += 1
      }
    }
  }

  private static func lineFeed(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = bytes.baseAddress,
      let found = memchr(base + start, 0x0A, bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
