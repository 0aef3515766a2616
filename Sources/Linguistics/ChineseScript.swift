/// Turns Chinese text from one script into the other, character by character.
public enum ChineseScript {
  /// The text in simplified characters.
  public static func simplified(_ text: String) -> String {
    Transliteration.apply("Traditional-Simplified", to: text)
  }

  /// The text in traditional characters: good for matching, not for publishing.
  public static func traditional(_ text: String) -> String {
    Transliteration.apply("Simplified-Traditional", to: text)
  }
}
