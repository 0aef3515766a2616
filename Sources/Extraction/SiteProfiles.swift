public import Foundation

/// The profiles in force: those built in, and a project's own over them.
public struct SiteProfiles: Sendable {
  /// The profiles by file name; the first that fits a page is taken.
  public let profiles: [SiteProfile]

  private init(files: [String: URL]) throws(ExtractionError) {
    var profiles: [SiteProfile] = []
    for (name, file) in files.sorted(by: { $0.key < $1.key }) {
      do {
        let text = try String(contentsOf: file, encoding: .utf8)
        let profile = try SiteProfile(yaml: text)
        let selectors = [
          profile.title, profile.date, profile.body, profile.breadcrumbs, profile.author,
          profile.source, profile.captions, profile.drop, profile.nextPage,
        ]
        for selector in selectors.compactMap(\.self) + (profile.fingerprint ?? [])
        where Selector(selector) == nil {
          throw ExtractionError.badProfile(
            file: name, reason: "cannot read the selector \(selector)")
        }
        profiles.append(profile)
      } catch let error as ExtractionError {
        throw error
      } catch {
        throw .badProfile(file: name, reason: "\(error)")
      }
    }
    self.profiles = profiles
  }

  /// The profiles that dragoman brings along.
  public static func builtIn() throws(ExtractionError) -> SiteProfiles {
    try SiteProfiles(files: files(in: builtInFolder))
  }

  /// The built-in profiles, each replaced by a file of the same name in the folder, and the others
  /// in the folder.
  public init(override folder: URL) throws(ExtractionError) {
    let own = Self.files(in: folder)
    try self.init(files: Self.files(in: Self.builtInFolder).merging(own) { _, own in own })
  }

  static var builtInFolder: URL {
    Bundle.module.bundleURL.appendingPathComponent("Sites", isDirectory: true)
  }

  private static func files(in folder: URL) -> [String: URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let profiles = names.filter { $0.hasSuffix(".yaml") }
    return Dictionary(
      uniqueKeysWithValues: profiles.map { ($0, folder.appendingPathComponent($0)) })
  }
}
