import Linguistics

/// Characters that say of the word beside them where it ends or begins, in simplified Chinese.
struct ChineseNeighbours: Sendable {
  /// They stand between words and belong to neither: 将, 同.
  let connectives: Set<UInt16>
  /// They count people: 位, 名.
  let counters: Set<UInt16>
  /// The names of bodies end with them: 会, 部.
  let bodies: Set<UInt16>
  /// The names of other languages are written with them.
  let foreign: Set<UInt16>
  /// Given names are written with them, and they seldom are words behind a name.
  let givenNames: Set<UInt16>

  /// The characters of the built-in list.
  static let builtIn = ChineseNeighbours(kinds: ChineseScript.edges())

  init(kinds: [String: [String]]) {
    func characters(_ kind: String) -> Set<UInt16> {
      let scalars = (kinds[kind] ?? []).flatMap(\.unicodeScalars)
      return Set(scalars.map { UInt16(truncatingIfNeeded: $0.value) })
    }
    connectives = characters("connectives")
    counters = characters("counters")
    bodies = characters("bodies")
    foreign = characters("foreign")
    givenNames = characters("given")
  }
}
