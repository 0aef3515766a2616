import Foundation
import GlossaryData
package import Terminology

extension Project {
  /// The built-in glossary files that the project does not leave out, and those of its own
  /// `Glossary/` folder, which replace a built-in file of the same name.
  package func glossary() throws -> Glossary {
    let own = folder.appendingPathComponent("Glossary")
    let names = Self.names(in: own, suffix: ".tsv").map { $0 + ".tsv" }
    let builtIn = GlossaryData.files.filter { file in
      !names.contains(file.lastPathComponent)
        && !configuration.leftOutGlossaries.contains(file.lastPathComponent)
    }
    return try Glossary(files: builtIn + names.map(own.appendingPathComponent))
  }
}
