/// Turns UTF-8 offsets of a text into offsets in Unicode scalars, quickly where each is near the last.
public struct ScalarOffsets {
  private let bytes: [UInt8]
  private var place = 0
  private var count = 0

  /// Prepares a text.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// How many scalars begin before an offset.
  public mutating func scalars(before offset: Int) -> Int {
    let passed = min(place, offset)..<max(place, offset)
    let scalars = bytes[passed].count { $0 & 0xC0 != 0x80 }
    count += offset < place ? -scalars : scalars
    place = offset
    return count
  }
}
