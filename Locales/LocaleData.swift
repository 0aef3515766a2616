public import Foundation
import Yams

/// The files of a locale: rules, labels, exception lists, templates.
///
/// A project's own `Locales/` folder overrides the built-in one file by file.
public struct LocaleData: Sendable {
  private let folders: [URL]

  /// Opens the built-in data.
  ///
  /// - Parameter override: A folder that is asked first, file by file.
  public init(override: URL? = nil) {
    folders = (override.map { [$0] } ?? []) + [Bundle.module.resourceURL ?? Bundle.module.bundleURL]
  }

  /// The identifiers of all locales that have a folder, sorted.
  public var locales: [String] {
    let names = folders.flatMap { folder in
      (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    }
    return Set(names).filter { name in
      folders.contains {
        FileManager.default.fileExists(
          atPath: $0.appendingPathComponent(name).appendingPathComponent("locale.yaml").path)
      }
    }.sorted()
  }

  /// The text of a file, or `nil` when there is none.
  ///
  /// - Parameter path: A path below the data folder: `el/abbreviations.txt`.
  /// - Returns: The text, undecodable bytes replaced.
  public func text(_ path: String) -> String? {
    for folder in folders {
      if let data = try? Data(contentsOf: folder.appendingPathComponent(path)) {
        return String(decoding: data, as: UTF8.self)
      }
    }
    return nil
  }

  /// The lines of a file that are not empty and no remarks, which begin with `#`; none when there is
  /// no file.
  public func lines(_ path: String) -> [Substring] {
    (text(path) ?? "").split(whereSeparator: \.isNewline).filter { $0.first != "#" }
  }

  /// The words of those lines.
  public func words(_ path: String) -> [String] {
    lines(path).flatMap { $0.split(separator: " ") }.map(String.init)
  }

  /// The value in a YAML file, or `nil` when there is no such file.
  ///
  /// - Throws: The decoding error, with the file's path, when the file does not hold a `Value`.
  public func value<Value: Decodable>(_ type: Value.Type, _ path: String) throws -> Value? {
    guard let text = text(path) else { return nil }
    do {
      return try YAMLDecoder().decode(type, from: text)
    } catch {
      throw LocaleDataError(path: path, reason: "\(error)")
    }
  }
}
