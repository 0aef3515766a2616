public import Foundation

/// The glossary files that are built in.
public enum GlossaryData {
  /// The addresses of the `.tsv` files, by name.
  public static var files: [URL] {
    let folder = Bundle.module.resourceURL ?? Bundle.module.bundleURL
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".tsv") }.sorted().map(folder.appendingPathComponent)
  }
}
