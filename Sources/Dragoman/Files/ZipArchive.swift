import CZlib

/// A ZIP archive that came from outside: its names are not trusted, nor are its sizes.
package struct ZipArchive {
  /// What an archive may hold.
  package struct Limits: Sendable {
    /// The greatest number of entries.
    package var entries = 20_000
    /// The greatest size of one entry, and of all together, when unpacked.
    package var size = 256 << 20
    package var totalSize = 1 << 30
    /// How much larger than its packed form an entry may be: text does not shrink beyond that.
    package var ratio = 200

    package init() {}
  }

  /// One file of the archive.
  package struct Entry: Equatable {
    package var name: String
    package var size: Int
    fileprivate var packedSize: Int
    fileprivate var checksum: UInt32
    fileprivate var method: Int
    fileprivate var header: Int
  }

  package let entries: [Entry]
  private let data: [UInt8]
  private let file: String

  /// Reads the list of entries; one unsafe name or size refuses the archive.
  package init(_ data: [UInt8], file: String, limits: Limits = Limits()) throws(ProjectError) {
    self.data = data
    self.file = file
    guard let end = Self.endRecord(of: data) else {
      throw .unreadable(path: file, reason: "is no whole ZIP archive; ask for it again")
    }
    let count = Self.number(data, end + 10, 2)
    guard count <= limits.entries else {
      throw .unreadable(path: file, reason: "holds more than \(limits.entries) files; refused")
    }
    var place = Self.number(data, end + 16, 4)
    var entries: [Entry] = []
    var names: Set<String> = []
    var total = 0
    for _ in 0..<count {
      guard place + 46 <= end, Self.number(data, place, 4) == 0x0201_4B50 else {
        throw .unreadable(path: file, reason: "its list of files is damaged; ask for it again")
      }
      let nameLength = Self.number(data, place + 28, 2)
      let skip = Self.number(data, place + 30, 2) + Self.number(data, place + 32, 2)
      guard place + 46 + nameLength + skip <= end else {
        throw .unreadable(path: file, reason: "its list of files is damaged; ask for it again")
      }
      let entry = Entry(
        name: String(decoding: data[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self),
        size: Self.number(data, place + 24, 4), packedSize: Self.number(data, place + 20, 4),
        checksum: UInt32(Self.number(data, place + 16, 4)),
        method: Self.number(data, place + 10, 2), header: Self.number(data, place + 42, 4))
      place += 46 + nameLength + skip
      total += entry.size
      try Self.check(entry, isFirst: names.insert(entry.name).inserted, file: file, limits: limits)
      guard total <= limits.totalSize else {
        throw .unreadable(
          path: file, reason: "unpacks to more than \(limits.totalSize >> 20) MB; refused")
      }
      if !entry.name.hasSuffix("/") { entries.append(entry) }
    }
    self.entries = entries
  }

  private static func check(
    _ entry: Entry, isFirst: Bool, file: String, limits: Limits
  ) throws(ProjectError) {
    guard isSafe(entry.name) else {
      throw .unreadable(
        path: file,
        reason: "holds a file with the unsafe name \(entry.name.debugDescription); refused")
    }
    guard isFirst else {
      throw .unreadable(path: file, reason: "holds two files named \(entry.name); refused")
    }
    guard entry.size <= limits.size, entry.size <= max(1 << 20, entry.packedSize * limits.ratio)
    else {
      throw .unreadable(
        path: file,
        reason: "\(entry.name) unpacks to \(entry.size) bytes, which no text does; refused")
    }
  }

  /// Whether a name stays in the folder that it is unpacked in.
  package static func isSafe(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return !name.isEmpty && !name.hasPrefix("/") && !name.contains("\\")
      && !name.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0 == ":" }
      && !parts.contains("..") && !parts.contains(".") && name.utf8.count <= 1024
  }

  /// An entry unpacked; its checksum and size must be what the archive says.
  package func bytes(of entry: Entry) throws(ProjectError) -> [UInt8] {
    let damaged = ProjectError.unreadable(
      path: "\(file)/\(entry.name)", reason: "is damaged in the archive; ask for it again")
    guard entry.header + 30 <= data.count, Self.number(data, entry.header, 4) == 0x0403_4B50 else {
      throw damaged
    }
    let start =
      entry.header + 30 + Self.number(data, entry.header + 26, 2)
      + Self.number(data, entry.header + 28, 2)
    guard start + entry.packedSize <= data.count else { throw damaged }
    let packed = data[start..<(start + entry.packedSize)]
    let result: [UInt8]
    switch entry.method {
    case 0: result = Array(packed)
    case 8:
      result = [UInt8](unsafeUninitializedCapacity: max(1, entry.size)) { buffer, count in
        let size = packed.withUnsafeBufferPointer { input in
          guard let from = input.baseAddress, let to = buffer.baseAddress else { return -1 }
          return dragoman_inflate(from, input.count, to, entry.size)
        }
        count = max(0, size)
      }
    default:
      throw .unreadable(
        path: "\(file)/\(entry.name)", reason: "is packed in a way that is not read; use deflate")
    }
    guard result.count == entry.size, Self.checksum(result) == entry.checksum else { throw damaged }
    return result
  }

  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { dragoman_crc32($0, buffer.count) } ?? 0
    }
  }

  private static func endRecord(of data: [UInt8]) -> Int? {
    guard data.count >= 22 else { return nil }
    var place = data.count - 22
    while place >= max(0, data.count - 22 - 0xFFFF) {
      if number(data, place, 4) == 0x0605_4B50 { return place }
      place -= 1
    }
    return nil
  }

  private static func number(_ data: [UInt8], _ place: Int, _ size: Int) -> Int {
    guard place >= 0, place + size <= data.count else { return 0 }
    return (0..<size).reduce(0) { $0 | Int(data[place + $1]) << (8 * $1) }
  }
}
