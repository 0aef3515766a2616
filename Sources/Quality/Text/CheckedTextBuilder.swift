import ArticleModel
import Linguistics

/// Reads a text once and tells prose from what only looks like it.
struct CheckedTextBuilder {
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var prose: [Unicode.Scalar] = []
  private(set) var places: [Int] = []
  private(set) var tags: [String] = []
  private(set) var addresses: [String] = []
  private(set) var emails: [String] = []

  mutating func append(_ code: InlineCode) {
    tags.append([.code(code)].dump)
    guard code.position == .standalone else { return }
    add(code.kind == .lineBreak ? "\n" : CheckedText.standIn, at: max(0, scalars.count - 1))
  }

  mutating func append(_ text: String) {
    let offset = scalars.count
    let part = Array(text.unicodeScalars)
    scalars += part
    var place = 0
    while place < part.count {
      let scalar = part[place]
      if let tag = MarkupPattern.tag(at: place, in: part) {
        tags.append(tag.key)
        if let address = tag.address { addresses.append(address) }
        if let standIn = tag.standIn { add(standIn, at: offset + place) }
        place = tag.end
      } else if let end = MarkupPattern.placeholder(at: place, in: part) {
        tags.append(String(scalars: part[place..<end]))
        add(CheckedText.standIn, at: offset + place)
        place = end
      } else if let end = AddressPattern.email(at: place, in: part) {
        emails.append(String(scalars: part[place..<end]).lowercased())
        add(CheckedText.standIn, at: offset + place)
        place = end
      } else if let end = AddressPattern.address(at: place, in: part) {
        addresses.append(String(scalars: part[place..<end]))
        add(CheckedText.standIn, at: offset + place)
        place = end
      } else {
        add(scalar, at: offset + place)
        place += 1
      }
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar, at place: Int) {
    prose.append(scalar)
    places.append(place)
  }
}
