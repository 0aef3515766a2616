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
      let count = try fill()
      if count == 0 {
        isAtEnd = true
        break
      }
      guard let feed = rest[known...].lastIndex(of: 0x0A) else { continue }
      let tail = Array(rest[(feed + 1)...])
      rest.removeSubrange((feed + 1)...)
      return take(leaving: tail)
    }
    return rest.isEmpty ? nil : take(leaving: [])
  }

  private func fill() throws -> Int {
    let known = rest.count
    rest.append(contentsOf: repeatElement(0, count: Self.size))
    let count = rest.withUnsafeMutableBytes { buffer in
      read(descriptor, buffer.baseAddress.map { $0 + known }, Self.size)
    }
    rest.removeLast(Self.size - max(0, count))
    guard count >= 0 else {
      throw ProjectError.unreadable(path: "-", reason: String(cString: strerror(errno)))
    }
    return count
  }

  private func take(leaving tail: [UInt8]) -> Block {
    let block = Block(bytes: rest, firstLine: line)
    line += rest.withUnsafeBufferPointer { bytes in
      var feeds = 0
      for byte in bytes { feeds &+= byte == 0x0A ? 1 : 0 }
      return feeds
    }
    rest = tail
    return block
  }
}
