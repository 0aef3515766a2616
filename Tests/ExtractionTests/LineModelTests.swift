import Testing

@testable import Extraction

@Suite("Models")
struct LineModelTests {
  /// One tree whose nodes all look at the feature, and whose leaves all have the value.
  private func tree(feature: UInt8, value: Float) -> [UInt8] {
    let numbers = Array(repeating: Float(0), count: 63) + Array(repeating: value, count: 64)
    return Array(repeating: feature, count: 63)
      + numbers.flatMap { number in
        (0..<4).map { UInt8(truncatingIfNeeded: number.bitPattern >> UInt32($0 * 8)) }
      }
  }

  @Test("a model is a number of whole trees")
  func whole() {
    let tree = tree(feature: 5, value: 0.5)
    #expect(LineModel(tree) != nil)
    #expect(LineModel([]) == nil)
    #expect(LineModel(Array(tree.dropLast())) == nil)
  }

  @Test("a model that asks for a feature that there is not, or says no number, is refused")
  func damaged() {
    #expect(LineModel(tree(feature: 200, value: 0.5)) == nil)
    #expect(LineModel(tree(feature: 5, value: .nan)) == nil)
    #expect(LineModel(tree(feature: 5, value: .infinity)) == nil)
  }
}
