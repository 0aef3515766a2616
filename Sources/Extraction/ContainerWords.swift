/// What the class and the identifier of an element say about it.
struct ContainerWords: OptionSet, Sendable {
  let rawValue: UInt32

  static let content = ContainerWords(rawValue: 1 << 0)
  static let comment = ContainerWords(rawValue: 1 << 1)
  static let footer = ContainerWords(rawValue: 1 << 2)
  static let side = ContainerWords(rawValue: 1 << 3)
  static let related = ContainerWords(rawValue: 1 << 4)
  static let share = ContainerWords(rawValue: 1 << 5)
  static let navigation = ContainerWords(rawValue: 1 << 6)
  static let advertisement = ContainerWords(rawValue: 1 << 7)
  static let byline = ContainerWords(rawValue: 1 << 8)
  static let date = ContainerWords(rawValue: 1 << 9)
  static let title = ContainerWords(rawValue: 1 << 10)
  static let caption = ContainerWords(rawValue: 1 << 11)
  static let lead = ContainerWords(rawValue: 1 << 12)
  static let tags = ContainerWords(rawValue: 1 << 13)
  static let form = ContainerWords(rawValue: 1 << 14)
  /// The names of the meanings in `Words/container-words.txt`, in the order of their bits.
  static let names = [
    "content", "comment", "footer", "side", "related", "share", "navigation", "advertisement",
    "byline", "date", "title", "caption", "lead", "tags", "form",
  ]
}
