/// Turns UTF-8 offsets of a text into offsets in Unicode scalars, quickly while they go up.
public struct ScalarOffsets {
  private let bytes: [UInt8]
  private var place = 0
  private var count = 0

  /// Prepares a text.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// How many scalars begin before an offset.
  public mutating func scalars(before offset: Int) -> Int {
    if offset < place {
      place = 0
      count = 0
    }
    for byte in bytes[place..<offset] where byte & 0xC0 != 0x80 { count += 1 }
    place = offset
    return count
  }
}
