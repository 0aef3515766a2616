/// Numbers from eleven to ninety-nine in Chinese terms, as texts have them in figures.
enum ChineseFigures {
  private static let digits = Array("零一二三四五六七八九")
  private static let ten: Character = "十"

  /// A text with its first such number in figures; `nil` where it has none.
  static func inFigures(_ text: String) -> String? {
    let characters = Array(text)
    func isNumeral(_ place: Int) -> Bool {
      characters[place] == ten || digits.contains(characters[place])
    }
    guard let middle = characters.firstIndex(of: ten) else { return nil }
    var start = middle
    while start > 0, isNumeral(start - 1) { start -= 1 }
    var end = middle + 1
    while end < characters.count, isNumeral(end) { end += 1 }
    guard let value = value(characters[start..<end], ten: middle) else { return nil }
    return String(characters[..<start]) + "\(value)" + String(characters[end...])
  }

  /// The value of a numeral with 十 at a place; `nil` for 十 alone and for others, as 十四五.
  private static func value(_ numeral: ArraySlice<Character>, ten place: Int) -> Int? {
    let (tens, ones) = (numeral[..<place], numeral[(place + 1)...])
    guard numeral.count > 1, tens.count < 2, ones.count < 2 else { return nil }
    func digit(_ characters: ArraySlice<Character>) -> Int? {
      characters.first.flatMap { digits.firstIndex(of: $0) }
    }
    return (digit(tens) ?? 1) * 10 + (digit(ones) ?? 0)
  }
}
