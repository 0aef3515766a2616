import CZlib

/// Writes a ZIP archive: the same bytes for the same files, as it holds no dates.
package struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  package init() {}

  /// Adds a file; its name is relative and has `/` between folders.
  package mutating func add(_ name: String, _ content: [UInt8]) {
    precondition(ZipArchive.isSafe(name), "a name in a pack stays in its folder")
    let packed = Self.deflate(content)
    let data = packed ?? content
    // Version 2.0, names in UTF-8, 1 January 1980.
    var fields: [UInt8] = []
    for (value, size) in [
      (20, 2), (0x0800, 2), (packed == nil ? 0 : 8, 2), (0, 2), (0x21, 2),
      (Int(ZipArchive.checksum(content)), 4), (data.count, 4), (content.count, 4),
      (name.utf8.count, 2), (0, 2),
    ] {
      Self.append(value, size, to: &fields)
    }
    let place = bytes.count
    Self.append(0x0403_4B50, 4, to: &bytes)
    bytes += fields + name.utf8 + data
    Self.append(0x0201_4B50, 4, to: &directory)
    Self.append(20, 2, to: &directory)
    directory += fields
    for (value, size) in [(0, 2), (0, 2), (0, 2), (0, 4), (place, 4)] {
      Self.append(value, size, to: &directory)
    }
    directory += name.utf8
    count += 1
  }

  /// The whole archive.
  package func finished() -> [UInt8] {
    var result = bytes + directory
    Self.append(0x0605_4B50, 4, to: &result)
    for (value, size) in [
      (0, 2), (0, 2), (count, 2), (count, 2), (directory.count, 4), (bytes.count, 4), (0, 2),
    ] {
      Self.append(value, size, to: &result)
    }
    return result
  }

  /// The packed form, when it is smaller.
  private static func deflate(_ content: [UInt8]) -> [UInt8]? {
    guard !content.isEmpty else { return nil }
    let packed = [UInt8](unsafeUninitializedCapacity: content.count) { buffer, count in
      let size = content.withUnsafeBufferPointer { input in
        guard let from = input.baseAddress, let to = buffer.baseAddress else { return -1 }
        return dragoman_deflate(from, input.count, to, buffer.count)
      }
      count = max(0, size)
    }
    return packed.isEmpty ? nil : packed
  }

  private static func append(_ value: Int, _ size: Int, to bytes: inout [UInt8]) {
    for index in 0..<size { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
  }
}
