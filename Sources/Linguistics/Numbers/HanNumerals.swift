/// The characters that Chinese writes numbers with.
struct HanNumerals: Sendable {
  let digits: [Unicode.Scalar: Int]
  let zeros: Set<Unicode.Scalar>
  /// 十 百 千.
  let units: [Unicode.Scalar: Double]
  /// 万 亿.
  let scales: [Unicode.Scalar: Double]
  /// What may follow a single numeral when it counts something.
  let measures: Set<Unicode.Scalar>
  let ordinal: Unicode.Scalar
  let point: Unicode.Scalar
  /// Stand before a unit that means no exact number: 数 几.
  let vague: Set<Unicode.Scalar>
  let month: Unicode.Scalar
  let hours: Set<Unicode.Scalar>
  let minute: Unicode.Scalar
  let half: Unicode.Scalar
  /// A quarter of an hour: 刻.
  let quarter: Unicode.Scalar
  let times: Unicode.Scalar
  /// Tenths, of which seven and five are 75 of a hundred: 七成五.
  let tenths: Unicode.Scalar
  /// Tenths of a price that are paid: 八折 is 80 of a hundred, or 20 less.
  let discount: Unicode.Scalar
  let share: [Unicode.Scalar]
  let century: [Unicode.Scalar]
  let decade: [Unicode.Scalar]

  struct File: Decodable {
    var digits: String
    var digitVariants: [String: Int]
    var zeros: String
    var units: [String: Double]
    var scales: [String: Double]
    var measures: String
    var ordinal: String
    var point: String
    var vague: String
    var month: String
    var hours: String
    var minute: String
    var half: String
    var quarter: String
    var times: String
    var tenths: String
    var discount: String
    var share: String
    var century: String
    var decade: String

    enum CodingKeys: String, CodingKey {
      case digits, zeros, units, scales, measures, ordinal, point, vague, month, hours, minute, half
      case quarter, times, tenths, discount, share, century, decade
      case digitVariants = "digit-variants"
    }
  }

  init(_ file: File) {
    func first(_ text: String) -> Unicode.Scalar { text.unicodeScalars.first ?? "?" }
    func keyed<Value>(_ words: [String: Value]) -> [Unicode.Scalar: Value] {
      Dictionary(words.map { (first($0.key), $0.value) }) { first, _ in first }
    }
    var digits: [Unicode.Scalar: Int] = [:]
    for (value, scalar) in file.digits.unicodeScalars.enumerated() { digits[scalar] = value }
    zeros = Set(file.zeros.unicodeScalars)
    for zero in zeros { digits[zero] = 0 }
    self.digits = digits.merging(keyed(file.digitVariants)) { first, _ in first }
    units = keyed(file.units)
    scales = keyed(file.scales)
    measures = Set(file.measures.unicodeScalars)
    ordinal = first(file.ordinal)
    point = first(file.point)
    vague = Set(file.vague.unicodeScalars)
    month = first(file.month)
    hours = Set(file.hours.unicodeScalars)
    minute = first(file.minute)
    half = first(file.half)
    quarter = first(file.quarter)
    times = first(file.times)
    tenths = first(file.tenths)
    discount = first(file.discount)
    share = Array(file.share.unicodeScalars)
    century = Array(file.century.unicodeScalars)
    decade = Array(file.decade.unicodeScalars)
  }
}
