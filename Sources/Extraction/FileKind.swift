/// Tells files that are no web pages by their first bytes.
enum FileKind {
  /// Throws what the file is, unless it may be a page.
  static func require(_ bytes: [UInt8], file: String) throws(ExtractionError) {
    guard bytes.prefix(65_536).contains(where: { $0 > 0x20 }) else { throw .empty(file: file) }
    for (magic, kind) in signatures where bytes.starts(with: magic) {
      throw .notHTML(file: file, kind: kind)
    }
    let head = bytes.prefix(1024)
    let controls = head.count {
      $0 < 0x20 && $0 != 9 && $0 != 10 && $0 != 12 && $0 != 13 && $0 != 0
    }
    // The high bytes of Greek in UTF-16 look like controls: its zero bytes tell it.
    let isUTF16 = head.count { $0 == 0 } * 8 > head.count || [0xFE, 0xFF].contains(bytes[0])
    if !isUTF16, controls * 10 > head.count { throw .notHTML(file: file, kind: "a binary file") }
  }

  private static let signatures: [([UInt8], String)] = [
    (Array("%PDF".utf8), "a PDF"), ([0x50, 0x4B, 3, 4], "a ZIP archive or an office document"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF8".utf8), "a GIF image"), ([0x1F, 0x8B], "a gzip archive"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an office document"), (Array("RIFF".utf8), "a media file"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"), (Array("{\\rtf".utf8), "an RTF document"),
  ]
}
