import Foundation
import GlossaryData
package import Terminology

extension Project {
  /// The glossary of the built-in files that the project does not leave out, and those of its own
  /// `Glossary/` folder, which replace a built-in file of the same name.
  package func glossary() throws -> Glossary { try Glossary(files: glossaryFiles()) }

  /// The files of ``glossary()``.
  func glossaryFiles() -> [URL] {
    let own = folder.appendingPathComponent("Glossary")
    let names = Self.names(in: own, suffix: ".tsv").map { $0 + ".tsv" }
    let builtIn = GlossaryData.files.filter { file in
      !names.contains(file.lastPathComponent)
        && !configuration.leftOutGlossaries.contains(file.lastPathComponent)
    }
    return builtIn + names.map(own.appendingPathComponent)
  }
}
