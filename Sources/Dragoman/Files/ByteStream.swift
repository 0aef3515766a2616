import Foundation

/// The bytes of a file from front to back, inflated when the file is gzipped; a piece at a time.
final class ByteStream {
  private let file: FileHandle
  private let inflater: Inflater?
  private var buffer: [UInt8] = []
  private var offset = 0
  private var isAtEnd = false

  private static let piece = 262_144

  /// - Throws: What is wrong with the file, in words.
  init(_ url: URL, shown name: String) throws(ProjectError) {
    guard let file = try? FileHandle(forReadingFrom: url),
      let start = try? file.read(upToCount: 2)
    else { throw .unreadable(path: name, reason: "cannot be read; check the name and permissions") }
    try? file.seek(toOffset: 0)
    self.file = file
    inflater = start.elementsEqual([0x1F, 0x8B]) ? Inflater() : nil
  }

  deinit { try? file.close() }

  /// Has at least so many bytes in the buffer, or all there are.
  private func fill(_ count: Int) throws(WARCReader.Damage) {
    while buffer.count - offset < count, !isAtEnd {
      if offset > Self.piece {
        buffer.removeSubrange(..<offset)
        offset = 0
      }
      guard let piece = try? file.read(upToCount: Self.piece), !piece.isEmpty else {
        isAtEnd = true
        return
      }
      guard let inflater else {
        buffer.append(contentsOf: piece)
        continue
      }
      if !inflater.inflate([UInt8](piece), to: &buffer) { throw .gzip }
    }
  }

  /// The next line without its end; nil at the end of the file, or when it is far too long.
  func line() throws(WARCReader.Damage) -> String? {
    var length = 0
    while true {
      try fill(length + 1)
      guard offset + length < buffer.count, length < 65_536 else { return nil }
      if buffer[offset + length] == 0x0A { break }
      length += 1
    }
    var line = buffer[offset..<(offset + length)]
    if line.last == 0x0D { line.removeLast() }
    offset += length + 1
    return String(decoding: line, as: UTF8.self)
  }

  /// The next bytes; fewer at the end of the file.
  func bytes(_ count: Int) throws(WARCReader.Damage) -> [UInt8] {
    try fill(count)
    let end = min(offset + count, buffer.count)
    defer { offset = end }
    return Array(buffer[offset..<end])
  }

  /// Passes over bytes without keeping them.
  func skip(_ count: Int) throws(WARCReader.Damage) {
    var left = count
    while left > 0 {
      try fill(min(left, Self.piece))
      let step = min(left, buffer.count - offset)
      if step == 0 { return }
      offset += step
      left -= step
    }
  }
}
