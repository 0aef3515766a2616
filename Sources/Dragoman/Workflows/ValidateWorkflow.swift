public import ArticleModel
import Foundation
import Interchange

/// The validator that stands alone.
public enum ValidateWorkflow {
  /// What is wrong with a file.
  ///
  /// - Parameters:
  ///   - file: The file, which is read in pieces; `-` is standard input.
  ///   - prefixes: Prefixes of fragment identifiers that are registered beyond the specification's.
  ///   - isStrict: Whether XLIFF 1.2 is held against its strict schema.
  /// - Returns: The findings; the file is valid when none has the severity error.
  /// - Throws: ``ProjectError`` when the file cannot be read.
  public static func findings(
    in file: String, prefixes: Set<String> = [], isStrict: Bool = false
  ) throws -> [Finding] {
    let input = try file == "-" ? FileHandle.standardInput : FileAccess.open(file)
    var failed = false
    let findings = XLIFFValidator(prefixes: prefixes, isStrict: isStrict).findings(
      in: { buffer in
        let count = Foundation.read(input.fileDescriptor, buffer.baseAddress, buffer.count)
        failed = failed || count < 0
        return count
      }, file: file)
    guard !failed else {
      throw ProjectError.unreadable(path: file, reason: "cannot be read; check the disk")
    }
    return findings
  }
}
