/// Words by which credits, share tools and notes at the ends of an article give themselves away.
///
/// In the languages of the editions; short and sure, the rest is learnt.
enum CreditWords {
  private static let words: [[UInt8]] = [
    "©", "(c)", "copyright", "all rights reserved", "read more", "share", "print", "e-mail",
    "email", "tweet", "facebook", "related", "comments", "posted", "published", "updated",
    "source:", "photo", "click", "subscribe", "follow", "advertisement", "see also",
    "πηγή", "διαβάστε", "εκτύπωση", "σχόλια", "σχετικά", "δημοσίευση", "ημερομηνία", "αποστολή",
    "κοινοποίηση", "τελευταία ενημέρωση", "δείτε", "φωτογραφία", "©",
    "责任编辑", "责编", "编辑", "来源", "作者", "打印", "分享", "收藏", "相关", "评论", "上一页",
    "下一页", "关闭", "字号", "更多", "转载", "版权", "点击", "免责", "查看", "推荐", "发布",
    "責任編輯", "編輯", "來源", "列印", "相關", "評論", "轉寄", "關閉", "更多", "版權", "點擊",
    "推薦", "發佈", "轉載",
  ].map { Array($0.utf8) }

  private static let firstBytes: Set<UInt8> = Set(words.compactMap(\.first))

  /// Whether one of the words is in the text, letter case of ASCII aside.
  static func matches(_ text: ArraySlice<UInt8>) -> Bool {
    let lower = text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for start in lower.indices where firstBytes.contains(lower[start]) {
      for word in words where word[0] == lower[start] && start + word.count <= lower.count {
        if lower[start..<(start + word.count)].elementsEqual(word) { return true }
      }
    }
    return false
  }
}
