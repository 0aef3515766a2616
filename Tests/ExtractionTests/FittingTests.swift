import Extraction
import Foundation
import Testing

@Suite("Fitting")
struct FittingTests {
  /// `DRAGOMAN_FEATURES=PAGES:OUTPUT` writes what `Scripts/fit-extraction` reads.
  static let paths =
    ProcessInfo.processInfo.environment["DRAGOMAN_FEATURES"]?
    .split(separator: ":").map(String.init) ?? []

  @Test(
    "features are written for fitting",
    .enabled(if: paths.count == 2, "DRAGOMAN_FEATURES=PAGES:OUTPUT is not set"))
  func write() throws {
    let extractor = try ArticleExtractor(sites: .builtIn())
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.paths[0]).sorted()
    var output = Data()
    for name in names where name.hasSuffix(".html") {
      let file = URL(fileURLWithPath: Self.paths[0]).appendingPathComponent(name)
      let lines = try extractor.features([UInt8](try Data(contentsOf: file)), file: name)
      let object: [String: Any] = [
        "file": name, "lines": lines.map(\.text),
        "rows": lines.map { $0.numbers.map { (Double($0) * 1000).rounded() / 1000 } },
      ]
      output += try JSONSerialization.data(withJSONObject: object) + Data([0x0A])
    }
    try output.write(to: URL(fileURLWithPath: Self.paths[1]))
    #expect(!output.isEmpty)
  }
}
