public import ArticleModel

/// What was read from an XLIFF file.
public struct XLIFFDocument: Sendable {
  /// A bundle for each `<file>` with units.
  public var bundles: [TranslationBundle] = []
  /// What is not as it should be, and was read all the same.
  public var findings: [Finding] = []
  /// Whether the file breaks off: the units before that place are whole.
  public var isCut = false
}
