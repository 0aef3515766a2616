import ArticleModel
import Foundation
import Linguistics

/// The library alone, for `Scripts/Benchmarks/segment`: lines of text through a segmenter.
///
/// Usage: SentenceTiming LANGUAGE < TEXT; prints the number of segments.
@main
enum SentenceTiming {
  static func main() throws {
    guard let locale = CommandLine.arguments.dropFirst().first.flatMap({ LocaleTag($0) }) else {
      throw CocoaError(.featureUnsupported)
    }
    let segmenter = try SentenceSegmenter(locale: locale)
    var count = 0
    while let line = readLine() { count += segmenter.segments(of: line).count }
    print(count)
  }
}
