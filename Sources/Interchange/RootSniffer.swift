import ArticleModel
import Markup

/// Tells what a document is by its root element, without reading on.
final class RootSniffer: XMLHandler {
  /// The kinds of documents that are converted.
  enum Root {
    case xliff1, xliff2, tmx
  }

  private var root: XMLElement?

  static func root(of source: @escaping XMLReader.Source) -> Root {
    let sniffer = RootSniffer()
    _ = XMLReader(allowsDoctype: true).read(
      from: { sniffer.root == nil ? source($0) : 0 }, to: sniffer)
    switch sniffer.root {
    case let root? where root.name == "tmx": return .tmx
    case let root? where XLIFFNamespace.isCore2(root.namespace): return .xliff2
    // What is neither is refused by the reader, with its line.
    default: return .xliff1
    }
  }

  func start(_ element: XMLElement) -> Bool {
    if root == nil { root = element }
    return false
  }

  func element(_ element: XMLElement) {}
  func text(_ text: String, line: Int) {}
  func end(line: Int) {}
}
