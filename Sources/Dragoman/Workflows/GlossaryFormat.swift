/// The formats of glossaries.
public enum GlossaryFormat: String, Sendable, CaseIterable {
  case tsv, csv
  /// `.csv` with `;` between cells.
  case semicolon
  /// TBX-Basic as `martif`.
  case tbx2
  /// ISO 30042:2019, style DCT.
  case tbx3

  init?(fileName: String) {
    switch fileName.split(separator: ".").last?.lowercased() {
    case "tsv": self = .tsv
    case "csv": self = .csv
    case "tbx", "xml": self = .tbx2
    default: return nil
    }
  }
}
