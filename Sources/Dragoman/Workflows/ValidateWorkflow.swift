public import ArticleModel
import Foundation
import Interchange

/// The validator that stands alone.
public enum ValidateWorkflow {
  /// What is wrong with a file; valid when no finding has the severity error.
  ///
  /// - Throws: ``ProjectError`` when the file cannot be read.
  public static func findings(in file: String) throws -> [Finding] {
    let bytes = try FileAccess.read(URL(fileURLWithPath: file), shown: file)
    return XLIFFValidator().findings(in: bytes, file: file).map { finding in
      var placed = finding
      placed.file = file
      return placed
    }
  }
}
