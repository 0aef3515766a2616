import Testing

@testable import Extraction

@Suite("Models")
struct LineModelTests {
  @Test(
    "a damaged model is refused",
    arguments: [
      "", "tree\n", "tree\n0 1 1 2\n", "tree\n0 1 1 2 0\n-1 0 0 0 1\n", "0 x 1 2 0\n",
      "tree\n999 1 1 2 0\n-1 0 0 0 1\n-1 0 0 0 2\n", "tree\n0 1 0 0 0\n",
    ])
  func damaged(text: String) {
    #expect(LineModel(Array(text.utf8)) == nil)
  }

  @Test(
    "numbers are read as they are written",
    arguments: [("12", 12), ("-0.5", -0.5), ("1.5e3", 1500), ("2.5e-2", 0.025), ("1e-35", 1e-35)]
      as [(String, Double)])
  func numbers(text: String, value: Double) throws {
    let (number, isAtEnd) = Array(text.utf8).withUnsafeBufferPointer { bytes in
      var fields = NumberFields(bytes, from: 0)
      return (fields.next(), fields.isAtEnd)
    }
    let read = try #require(number)
    #expect(abs(read - value) <= abs(value) * 1e-12)
    #expect(isAtEnd)
  }
}
