import Foundation

/// Reads a file descriptor in blocks of whole lines, as they come.
///
/// A block is what one read gives, so that a line typed into a pipe is answered at once.
public final class LineBlocks {
  /// Whole lines, each but the last of a file with its line feed.
  public struct Block: Sendable {
    /// The bytes.
    public let bytes: [UInt8]
    /// The number of the first line, from 1.
    public let firstLine: Int
  }

  private static let size = 1 << 17
  private let descriptor: Int32
  private var rest: [UInt8] = []
  private var line = 1
  private var isAtEnd = false

  /// - Parameter descriptor: An open file, 0 for standard input.
  public init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next block, `nil` at the end.
  ///
  /// - Throws: ``ProjectError`` when the file cannot be read.
  public func next() throws -> Block? {
    while !isAtEnd {
      let known = rest.count
      try fill()
      if rest.count == known {
        isAtEnd = true
      } else if let feed = rest[known...].lastIndex(of: 0x0A) {
        let tail = Array(rest[(feed + 1)...])
        rest.removeLast(tail.count)
        return take(leaving: tail)
      }
    }
    return rest.isEmpty ? nil : take(leaving: [])
  }

  /// Reads once, behind what is there.
  private func fill() throws {
    var failure: Int32 = 0
    let known = rest
    rest = Array(unsafeUninitializedCapacity: known.count + Self.size) { buffer, count in
      _ = buffer.initialize(from: known)
      let read = read(descriptor, buffer.baseAddress.map { $0 + known.count }, Self.size)
      if read < 0 { failure = errno }
      count = known.count + max(0, read)
    }
    guard failure == 0 else {
      throw ProjectError.unreadable(path: "-", reason: String(cString: strerror(failure)))
    }
  }

  private func take(leaving tail: [UInt8]) -> Block {
    let block = Block(bytes: rest, firstLine: line)
    line += rest.withUnsafeBytes { bytes in
      var feeds = 0
      var place = bytes.baseAddress
      while let start = place, let end = bytes.baseAddress.map({ $0 + bytes.count }),
        let feed = memchr(start, 0x0A, end - start)
      {
        feeds += 1
        place = UnsafeRawPointer(feed) + 1
      }
      return feeds
    }
    rest = tail
    return block
  }
}
