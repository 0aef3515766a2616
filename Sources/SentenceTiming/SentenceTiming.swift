import ArticleModel
import Foundation
import Linguistics

/// The library alone, for `Scripts/Benchmarks/segment`: lines of text through a segmenter.
///
/// Usage: SentenceTiming LANGUAGE < TEXT; prints the number of segments, and the processor time in
/// seconds of cutting the lines, which are read before.
@main
enum SentenceTiming {
  static func main() throws {
    guard let locale = CommandLine.arguments.dropFirst().first.flatMap({ LocaleTag($0) }) else {
      throw CocoaError(.featureUnsupported)
    }
    let segmenter = try SentenceSegmenter(locale: locale)
    var lines: [String] = []
    while let line = readLine() { lines.append(line) }
    let start = clock()
    var count = 0
    for line in lines { count += segmenter.segments(of: line).count }
    print(count, Double(clock() - start) / Double(CLOCKS_PER_SEC))
  }
}
