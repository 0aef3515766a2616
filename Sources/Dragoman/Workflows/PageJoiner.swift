import ArticleModel
import Extraction

/// A page that was read, or why it was not.
struct PageRead<Made: Sendable>: Sendable {
  /// Where it came from.
  var source: PageSource
  /// What is on it.
  var page: Result<ExtractedPage, any Error>
  /// What a worker made of it for the run that it reads for.
  var made: Made
}

/// Joins the pages of an article that is spread over several, among pages that come one after the
/// other.
///
/// Pages are held back until a window of later ones has come by, so that a page may lie before the
/// one that it continues, as `a-2.html` does before `a.html`. What is further apart stays apart.
struct PageJoiner<Made: Sendable> {
  /// A page, and those of its article that lie in the window.
  struct Entry: Sendable {
    /// The page as it was read.
    var read: PageRead<Made>
    /// The pages that continue it, in their order.
    var continuations: [PageRead<Made>] = []
    /// The first page of the article, when this is not the first.
    var firstPage: String?

    init(_ read: PageRead<Made>) { self.read = read }

    /// The article, with its further pages.
    var page: Result<ExtractedPage, any Error> {
      read.page.map { first in
        continuations.reduce(first) { whole, next in
          (try? next.page.get()).map(whole.continued) ?? whole
        }
      }
    }

    /// Where the article goes on behind the last of its pages.
    fileprivate var nextAddress: String? {
      (try? (continuations.last ?? read).page.get())?.nextAddress.map(bare)
    }

    fileprivate var address: String? {
      (try? read.page.get())?.article.url.map(bare)
    }
  }

  /// The number of pages that are held back.
  static var window: Int { 64 }

  private var held: [Entry] = []

  /// Takes the next page; gives one that needs to wait no longer.
  mutating func add(_ read: PageRead<Made>) -> Entry? {
    held.append(Entry(read))
    let last = held.count - 1
    if let address = held[last].address,
      let first = held.indices.first(where: {
        $0 != last && held[$0].firstPage == nil && held[$0].nextAddress == address
      })
    {
      join(last, to: first)
      takeHeldPages(of: first)
    } else {
      takeHeldPages(of: last)
    }
    return held.count > Self.window ? held.removeFirst() : nil
  }

  /// The pages that are still held.
  mutating func finish() -> [Entry] {
    defer { held = [] }
    return held
  }

  /// Joins what came before the page that it continues.
  private mutating func takeHeldPages(of first: Int) {
    while let address = held[first].nextAddress,
      let next = held.indices.first(where: {
        $0 != first && held[$0].firstPage == nil && held[$0].address == address
      })
    {
      join(next, to: first)
    }
  }

  private mutating func join(_ next: Int, to first: Int) {
    let name = held[first].read.source.name
    held[first].continuations += [held[next].read] + held[next].continuations
    for index in held.indices where held[index].firstPage == held[next].read.source.name {
      held[index].firstPage = name
    }
    held[next].continuations = []
    held[next].firstPage = name
  }
}

/// An address without its scheme and fragment, in which the same page's differ.
private func bare(_ address: String) -> String {
  var rest = address[...]
  if let colon = rest.utf8.firstIndex(of: 0x3A), rest[colon...].hasPrefix("://") {
    rest = rest[colon...].dropFirst(3)
  }
  if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
  return String(rest)
}
