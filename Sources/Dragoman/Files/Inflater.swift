import CZlib

/// Inflates gzip, zlib or raw deflate, a piece at a time.
final class Inflater {
  private let pointer: OpaquePointer
  private var room = [UInt8](repeating: 0, count: 65_536)

  /// nil when there is no memory.
  init?(isRaw: Bool = false) {
    guard let pointer = dragoman_inflater_open(isRaw ? 1 : 0) else { return nil }
    self.pointer = pointer
  }

  deinit { dragoman_inflater_close(pointer) }

  /// Inflates a piece of one or more streams, one behind the other.
  ///
  /// - Parameters:
  ///   - input: The next bytes.
  ///   - limit: How many bytes may come out.
  ///   - output: Gets what comes out.
  /// - Returns: Whether all of it was sound.
  func inflate(_ input: [UInt8], limit: Int = .max, to output: inout [UInt8]) -> Bool {
    var offset = 0
    while true {
      var used = 0
      var written = 0
      let status = input.withUnsafeBufferPointer { bytes -> Int32 in
        guard let start = bytes.baseAddress else { return Int32(DRAGOMAN_INFLATE_MORE) }
        return dragoman_inflate(
          pointer, start + offset, bytes.count - offset, &used, &room, room.count, &written)
      }
      output.append(contentsOf: room[..<written])
      offset += used
      if status == Int32(DRAGOMAN_INFLATE_DAMAGED) || output.count > limit { return false }
      if status == Int32(DRAGOMAN_INFLATE_END) { dragoman_inflater_reset(pointer) }
      if offset == input.count, written < room.count { return true }
      if used == 0, written == 0 { return true }
    }
  }

  /// A whole body as `Content-Encoding` says; nil when it is damaged, too large or unknown.
  static func body(_ bytes: [UInt8], encoding: String, limit: Int) -> [UInt8]? {
    switch encoding {
    case "", "identity": return bytes
    case "gzip", "x-gzip", "deflate":
      // Servers that say deflate send it with or without zlib's header.
      for isRaw in encoding == "deflate" ? [false, true] : [false] {
        var result: [UInt8] = []
        if let inflater = Inflater(isRaw: isRaw),
          inflater.inflate(bytes, limit: limit, to: &result)
        {
          return result
        }
      }
      return nil
    default: return nil
    }
  }
}
